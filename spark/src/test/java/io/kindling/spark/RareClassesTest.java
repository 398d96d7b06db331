package io.kindling.spark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kindling.layers.core.Dense;
import io.kindling.models.Sequential;
import io.kindling.spark.testing.LocalSpark;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;

/** What is done for classes that are rare: weights that balance them, and thresholds. */
class RareClassesTest {
    private static final Dataset<Row> IRIS = LocalSpark.csv("iris.csv");

    private static NeuralNetworkClassifier classifier(int classes) {
        return new NeuralNetworkClassifier()
                .setNetwork(Sequential.of(Dense.of(classes).activation("softmax")))
                .setEpochs(2)
                .setNumWorkers(1);
    }

    /** 50 rows of the first class, 25 of each other: factors 100 / (3 * 50) and 100 / (3 * 25). */
    @Test
    void balancedClassesWeighAsMuchInAll() {
        Dataset<Row> rows =
                IRIS.filter("label = 0 or xxhash64(features) % 2 = 0").cache();
        long[] counts = {
            rows.filter("label = 0").count(),
            rows.filter("label = 1").count(),
            rows.filter("label = 2").count()
        };
        double all = counts[0] + counts[1] + counts[2];
        double[] weights = {all / (3 * counts[0]), all / (3 * counts[1]), all / (3 * counts[2])};
        float[] expected = classifier(3)
                .setClassWeights(weights)
                .fit(rows)
                .trainedNetwork()
                .weights()
                .trainable();
        assertThat(classifier(3)
                        .setClassWeights("balanced")
                        .fit(rows)
                        .trainedNetwork()
                        .weights()
                        .trainable())
                .isEqualTo(expected);
        assertThatThrownBy(() -> classifier(3).setClassWeights("even"))
                .hasMessage("classWeights must be a number for each class, or balanced. Received: even.");
        assertThatThrownBy(() -> classifier(3)
                        .setClassWeights("balanced")
                        .setClassWeights(weights)
                        .fit(rows))
                .hasMessageContaining("only one can be set");
        rows.unpersist();
    }

    @Test
    void theThresholdIsForTwoClasses() {
        Dataset<Row> two = IRIS.filter("label < 2");
        NeuralNetworkClassificationModel model = classifier(2).setThreshold(0).fit(two);
        assertThat(model.transform(two).filter("prediction = 0").count()).isZero();
        assertThat(model.setThreshold(1).transform(two).filter("prediction = 1").count())
                .isZero();
        assertThatThrownBy(() -> classifier(3).setThreshold(0.3).fit(IRIS)).hasMessageContaining("for two classes");
        assertThatThrownBy(() -> classifier(2)
                        .setThreshold(0.3)
                        .setThresholds(new double[] {1, 1})
                        .fit(two))
                .hasMessageContaining("only one can be set");
    }
}
