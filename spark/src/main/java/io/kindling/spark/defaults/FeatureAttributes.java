package io.kindling.spark.defaults;

import io.kindling.tables.TableColumn;
import java.util.ArrayList;
import java.util.List;
import org.apache.spark.ml.attribute.Attribute;
import org.apache.spark.ml.attribute.AttributeGroup;
import org.apache.spark.ml.attribute.BinaryAttribute;
import org.apache.spark.ml.attribute.NominalAttribute;
import org.apache.spark.ml.linalg.SQLDataTypes;
import org.apache.spark.sql.types.NumericType;
import org.apache.spark.sql.types.StructField;

/** What the numbers of a column of features are, as its ML attributes say, wherever those come from. */
public final class FeatureAttributes {
    /** A category of more values than this would make rows too wide; it is taken for a number. */
    private static final int MOST_VALUES = 1 << 14;

    private FeatureAttributes() {}

    /**
     * A column for each number: categories and binaries where the attributes say so, all others numbers that are not yet
     * scaled.
     *
     * @param size how many numbers there are in a row
     */
    public static List<TableColumn> columns(StructField field, int size) {
        List<TableColumn> columns = new ArrayList<>();
        Attribute[] attributes = attributes(field);
        for (int i = 0; i < size; i++) {
            columns.add(i < attributes.length ? column(attributes[i]) : TableColumn.Numeric.UNSCALED);
        }
        return columns;
    }

    private static Attribute[] attributes(StructField field) {
        if (field.dataType() instanceof NumericType) {
            return new Attribute[] {Attribute.fromStructField(field)};
        }
        if (!field.dataType().equals(SQLDataTypes.VectorType())) {
            return new Attribute[0];
        }
        AttributeGroup group = AttributeGroup.fromStructField(field);
        return group.attributes().isDefined() ? group.attributes().get() : new Attribute[0];
    }

    private static TableColumn column(Attribute attribute) {
        if (attribute instanceof BinaryAttribute) {
            return new TableColumn.Binary();
        }
        if (attribute instanceof NominalAttribute nominal
                && nominal.getNumValues().isDefined()) {
            int values = (int) nominal.getNumValues().get();
            return values >= 1 && values <= MOST_VALUES
                    ? new TableColumn.Nominal(values)
                    : TableColumn.Numeric.UNSCALED;
        }
        return TableColumn.Numeric.UNSCALED;
    }
}
