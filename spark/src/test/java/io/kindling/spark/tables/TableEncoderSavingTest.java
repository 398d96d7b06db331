package io.kindling.spark.tables;

import static org.assertj.core.api.Assertions.assertThat;

import io.kindling.spark.testing.LocalSpark;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Date;
import java.util.ArrayList;
import java.util.List;
import org.apache.spark.ml.linalg.SQLDataTypes;
import org.apache.spark.ml.linalg.Vectors;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What was saved makes the same vectors, and nothing that was damaged is read. */
class TableEncoderSavingTest {
    @TempDir
    private Path folder;

    /** All kinds of columns, with holes. */
    private static Dataset<Row> table() {
        StructType schema = new StructType()
                .add("number", DataTypes.DoubleType)
                .add("text", DataTypes.StringType)
                .add("boolean", DataTypes.BooleanType)
                .add("date", DataTypes.DateType)
                .add("vector", SQLDataTypes.VectorType())
                .add("wide", SQLDataTypes.VectorType());
        List<Row> rows = new ArrayList<>();
        for (int i = 0; i < 30; i++) {
            rows.add(RowFactory.create(
                    i % 7 == 0 ? null : Math.PI * i,
                    i % 5 == 0 ? "" : "text \u00e9 \"" + i % 4,
                    i % 6 == 0 ? null : i % 2 == 0,
                    Date.valueOf("2024-0" + (1 + i % 9) + "-11"),
                    Vectors.dense(i, Math.sqrt(i)),
                    Vectors.sparse(2000, new int[] {i, 1999}, new double[] {i, 1 / 3.0})));
        }
        return LocalSpark.of(rows, schema, 3);
    }

    @Test
    void comesBackAsItWas() {
        Dataset<Row> table = table();
        String path = folder.resolve("model").toString();
        TableEncoderModel model = new TableEncoder()
                .setOutputCol("encoded")
                .setHandleInvalid("skip")
                .fit(table);
        model.write().overwrite();
        TableEncoderModel keeping =
                model.copy(org.apache.spark.ml.param.ParamMap.empty()).setHandleInvalid("keep");
        assertSame(keeping, path, table);
    }

    private static void assertSame(TableEncoderModel model, String path, Dataset<Row> table) {
        try {
            model.write().save(path);
        } catch (IOException failed) {
            throw new java.io.UncheckedIOException(failed);
        }
        TableEncoderModel loaded = TableEncoderModel.load(path);
        assertThat(loaded.uid()).isEqualTo(model.uid());
        assertThat(loaded.describe()).isEqualTo(model.describe());
        assertThat(loaded.notices()).isEqualTo(model.notices());
        assertThat(loaded.getOutputCol()).isEqualTo("encoded");
        assertThat(loaded.transform(table).collectAsList())
                .isEqualTo(model.transform(table).collectAsList());
        assertThat(loaded.transform(table).schema())
                .isEqualTo(model.transform(table).schema());
    }
}
