package io.kindling.spark.tables;

import io.kindling.spark.testing.LocalSpark;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.apache.spark.ml.attribute.Attribute;
import org.apache.spark.ml.attribute.AttributeGroup;
import org.apache.spark.ml.attribute.NominalAttribute;
import org.apache.spark.ml.linalg.Vector;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.StructType;

/** Small tables, and what became of them. */
final class TestTable {

    private TestTable() {}

    /** A table with one column. */
    static Dataset<Row> column(String name, DataType type, Object... values) {
        return LocalSpark.of(
                Arrays.stream(values).map(value -> RowFactory.create(value)).toList(),
                new StructType().add(name, type),
                2);
    }

    /** The vectors, row by row. */
    static List<double[]> vectors(Dataset<Row> encoded) {
        return encoded.select("features").collectAsList().stream()
                .map(row -> ((Vector) row.get(0)).toArray())
                .toList();
    }

    /** One slot, row by row. */
    static List<Double> slot(Dataset<Row> encoded, int slot) {
        return vectors(encoded).stream().map(vector -> vector[slot]).toList();
    }

    /** The names of slots, what they are, and their values. */
    static List<String> slots(Dataset<Row> encoded) {
        List<String> slots = new ArrayList<>();
        AttributeGroup group = AttributeGroup.fromStructField(encoded.schema().apply("features"));
        for (Attribute attribute : group.attributes().get()) {
            String values = attribute instanceof NominalAttribute nominal
                    ? " " + String.join(",", nominal.values().get())
                    : "";
            slots.add(attribute.name().get() + " " + attribute.attrType().name().toLowerCase(Locale.ROOT) + values);
        }
        return slots;
    }
}
