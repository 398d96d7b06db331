package io.kindling.benchmarks.steps;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.kindling.benchmarks.digits.LabelledImages;
import io.kindling.cluster.testing.TestSpark;
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

/** Mini-batches of images are the first rows, again and again. */
class LabelledImagesTest {
    private static final int PIXELS = 784;

    @Test
    void takesTheFirstAndBeginsAgain() {
        LabelledImages images = LabelledImages.first(rows(3), 2);
        assertThat(images.pixels()).isEqualTo(PIXELS);
        assertThat(images.classes()).isEqualTo(2);
        assertThat(images.labels(1, 4)).containsExactly(1, 0, 1, 0);
        float[] features = images.features(1, 2);
        assertThat(features).hasSize(2 * PIXELS);
        assertThat(features[5]).isEqualTo(0.25f);
        assertThat(features[PIXELS + 5]).isEqualTo(0f);
    }

    @Test
    void networksOfOtherInputsKeepTheirNumbers() {
        LabelledImages images = LabelledImages.first(rows(3), 3);
        Workload digits = Workload.dense("relu", PIXELS, 64, 10).on(images);
        assertThat(digits.name()).endsWith("images");
        assertThat(digits.labels(0)).startsWith(0, 1, 2, 0);
        assertThat(digits.features(0)).isEqualTo(images.features(0, digits.batchSize()));
        Workload others = Workload.dense("relu", 30, 64, 2);
        assertThat(others.on(images)).isSameAs(others);
        Workload fewerClasses = Workload.dense("relu", PIXELS, 64, 2);
        assertThat(fewerClasses.on(images)).isSameAs(fewerClasses);
    }

    @Test
    void thereMustBeOne() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> LabelledImages.first(rows(0), 2))
                .withMessageContaining("at least one image");
    }

    private static Dataset<Row> rows(int count) {
        List<Row> rows = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            rows.add(RowFactory.create(Vectors.sparse(PIXELS, new int[] {5}, new double[] {i * 0.25}), (double) i));
        }
        return TestSpark.session()
                .createDataFrame(
                        rows,
                        new StructType()
                                .add("features", SQLDataTypes.VectorType())
                                .add("label", DataTypes.DoubleType));
    }
}
