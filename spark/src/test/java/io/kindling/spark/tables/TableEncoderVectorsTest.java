package io.kindling.spark.tables;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.kindling.spark.data.BadDataException;
import io.kindling.spark.testing.LocalSpark;
import java.util.List;
import org.apache.spark.ml.attribute.Attribute;
import org.apache.spark.ml.attribute.AttributeGroup;
import org.apache.spark.ml.attribute.BinaryAttribute;
import org.apache.spark.ml.attribute.NominalAttribute;
import org.apache.spark.ml.attribute.NumericAttribute;
import org.apache.spark.ml.linalg.SQLDataTypes;
import org.apache.spark.ml.linalg.SparseVector;
import org.apache.spark.ml.linalg.Vectors;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.junit.jupiter.api.Test;

/** What becomes of columns of vectors and arrays. */
class TableEncoderVectorsTest {

    private static Dataset<Row> vectors(Object... values) {
        return TestTable.column("v", SQLDataTypes.VectorType(), values);
    }

    @Test
    void eachElementHasASlotAndAScale() {
        Dataset<Row> table = vectors(
                Vectors.dense(1, 100), Vectors.sparse(2, new int[] {0}, new double[] {2}), Vectors.dense(3, 200));
        Dataset<Row> encoded = new TableEncoder().fit(table).transform(table);
        assertThat(TestTable.slots(encoded)).containsExactly("v_0 numeric", "v_1 numeric");
        double scale = 2 / 1.349;
        assertThat(TestTable.slot(encoded, 0)).containsExactly(-1 / scale, 0.0, 1 / scale);
        assertThat(TestTable.slot(encoded, 1)).containsExactly(0.0, -1 / scale, 1 / scale);
    }

    @Test
    void anArrayIsAVectorAndHolesAreZero() {
        Dataset<Row> table = TestTable.column(
                "a",
                DataTypes.createArrayType(DataTypes.IntegerType),
                new Integer[] {1, 5},
                new Integer[] {2, null},
                null,
                new Integer[] {3, 7});
        Dataset<Row> encoded = new TableEncoder().fit(table).transform(table);
        assertThat(TestTable.slots(encoded)).containsExactly("a_0 numeric", "a_1 numeric", "a_missing binary");
        assertThat(TestTable.slot(encoded, 2)).containsExactly(0.0, 1.0, 1.0, 0.0);
        assertThat(TestTable.vectors(encoded).get(1)).containsExactly(0, 0, 1);
        assertThat(TestTable.vectors(encoded).get(2)).containsExactly(0, 0, 1);
        assertThat(TestTable.slot(encoded, 0).get(3)).isEqualTo(1 / (2 / 1.349));
    }

    @Test
    void attributesOfTheColumnStay() {
        AttributeGroup group = new AttributeGroup("v", new Attribute[] {
            NumericAttribute.defaultAttr().withName("size"),
            NominalAttribute.defaultAttr().withName("color").withValues(new String[] {"red", "green", "blue"}),
            BinaryAttribute.defaultAttr().withName("is"),
            NominalAttribute.defaultAttr().withNumValues(2)
        });
        Dataset<Row> plain =
                vectors(Vectors.dense(10, 0, 0, 1), Vectors.dense(20, 1, 1, 0), Vectors.dense(30, 2, 1, 0));
        Dataset<Row> table = plain.select(plain.col("v").as("v", group.toMetadata()));
        Dataset<Row> encoded = new TableEncoder().fit(table).transform(table);
        assertThat(TestTable.slots(encoded))
                .containsExactly("size numeric", "color nominal red,green,blue", "is binary", "v_3 nominal 0,1");
        assertThat(TestTable.slot(encoded, 0)).containsExactly(-10 / (20 / 1.349), 0.0, 10 / (20 / 1.349));
        assertThat(TestTable.slot(encoded, 1)).containsExactly(0.0, 1.0, 2.0);
        assertThat(TestTable.slot(encoded, 2)).containsExactly(0.0, 1.0, 1.0);
    }

    @Test
    void aWideSparseVectorStaysSparse() {
        StructType schema = new StructType()
                .add("x", DataTypes.DoubleType)
                .add("v", SQLDataTypes.VectorType())
                .add("y", DataTypes.DoubleType);
        Dataset<Row> table = LocalSpark.of(
                List.of(
                        RowFactory.create(1.0, Vectors.sparse(5000, new int[] {3, 4999}, new double[] {-4, 1}), 1.0),
                        RowFactory.create(2.0, Vectors.sparse(5000, new int[] {3}, new double[] {2}), 2.0),
                        RowFactory.create(3.0, null, 3.0)),
                schema,
                2);
        Dataset<Row> encoded = new TableEncoder().fit(table).transform(table);
        List<SparseVector> rows = encoded.select("features").collectAsList().stream()
                .map(row -> (SparseVector) row.get(0))
                .toList();
        double one = 1 / (2 / 1.349);
        assertThat(rows)
                .containsExactly(
                        new SparseVector(5002, new int[] {0, 4, 5000, 5001}, new double[] {-one, -1, 1, -one}),
                        new SparseVector(5002, new int[] {4}, new double[] {0.5}),
                        new SparseVector(5002, new int[] {0, 5001}, new double[] {one, one}));
        AttributeGroup group = AttributeGroup.fromStructField(encoded.schema().apply("features"));
        assertThat(group.size()).isEqualTo(5002);
        assertThat(group.indexOf("y")).isEqualTo(5001);
    }

    @Test
    void vectorsOfSeveralLengthsAreRefused() {
        Dataset<Row> table = vectors(Vectors.dense(1, 2), Vectors.dense(2, 3), Vectors.dense(1, 2, 3));
        assertThatExceptionOfType(BadDataException.class)
                .isThrownBy(() -> new TableEncoder().fit(table))
                .withMessage(
                        "The column 'v' must have vectors of one length. It has some of 2 elements and some of 3.");
        TableEncoderModel model = new TableEncoder().fit(vectors(Vectors.dense(1, 2), Vectors.dense(2, 3)));
        assertThatExceptionOfType(org.apache.spark.SparkException.class)
                .isThrownBy(() -> model.transform(table).collectAsList())
                .withStackTraceContaining(
                        "The column 'v' must have vectors of 2 elements, as in training. Received: 3.");
    }

    @Test
    void vectorsWithoutElementsAreLeftOut() {
        StructType schema = new StructType().add("v", SQLDataTypes.VectorType()).add("x", DataTypes.IntegerType);
        Dataset<Row> table = LocalSpark.of(
                List.of(RowFactory.create(Vectors.dense(new double[0]), 1), RowFactory.create(null, 2)), schema, 1);
        assertThat(new TableEncoder().fit(table).notices())
                .containsExactly("The column 'v' is left out: its vectors are empty.");
    }
}
