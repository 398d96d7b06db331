package io.kindling.spark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kindling.layers.Layer;
import io.kindling.layers.core.Dense;
import io.kindling.layers.tabular.TemperatureScaling;
import io.kindling.models.Sequential;
import io.kindling.optimizers.Adam;
import io.kindling.spark.testing.LocalSpark;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;
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

    /** Labels of which one in five is wrong, learned by heart: a calibrated network is less sure of them. */
    @Test
    void calibrationMakesProbabilitiesLessCertainWhereTheyAreWrong() {
        Dataset<Row> noisy = LocalSpark.moons(300, 2)
                .withColumn("label", functions.expr("if(xxhash64(features) % 5 = 0, 1 - label, label)"));
        NeuralNetworkClassifier overfitted = new NeuralNetworkClassifier()
                .setNetwork(Sequential.of(
                        Dense.of(64).activation("relu"), Dense.of(2).activation("softmax")))
                .setOptimizer(Adam.of(0.02))
                .setEpochs(120)
                .setValidationFraction(0.3)
                .setRestoreBestWeights(false)
                .setNumWorkers(1);
        NeuralNetworkClassificationModel plain = overfitted.fit(noisy);
        NeuralNetworkClassificationModel calibrated =
                overfitted.setCalibrate(true).fit(noisy);
        Layer last = calibrated.network().plan().last().layer();
        assertThat(last)
                .isInstanceOfSatisfying(
                        TemperatureScaling.class,
                        layer -> assertThat(layer.temperature()).isBetween(1.001, 9.9));
        assertThat(calibrated.transform(noisy).select("prediction").collectAsList())
                .isEqualTo(plain.transform(noisy).select("prediction").collectAsList());
        assertThatThrownBy(() -> classifier(3).setCalibrate(true).fit(IRIS))
                .hasMessage("calibrate needs rows to validate with: set validationFraction or validationIndicatorCol.");
    }
}
