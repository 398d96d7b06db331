package io.kindling.spark;

import static org.assertj.core.api.Assertions.assertThat;

import io.kindling.guide.ActivationGuide;
import io.kindling.guide.Advice;
import io.kindling.guide.HiddenPlace;
import io.kindling.guide.OutputTask;
import io.kindling.layers.Layer;
import io.kindling.layers.core.Dense;
import io.kindling.layers.regularization.Dropout;
import io.kindling.models.LayerPlan;
import io.kindling.models.Sequential;
import io.kindling.spark.testing.LocalSpark;
import io.kindling.spark.testing.LogCapture;
import io.kindling.spark.training.TrainingListener;
import io.kindling.spark.training.TrainingStart;
import java.util.ArrayList;
import java.util.List;
import org.apache.spark.ml.linalg.SQLDataTypes;
import org.apache.spark.ml.linalg.Vectors;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.junit.jupiter.api.Test;

/** Default networks follow the guide to activations; a network that does not is logged before it is trained. */
class UnusualNetworksTest {

    private static NeuralNetworkClassifier classifier() {
        return new NeuralNetworkClassifier().setEpochs(1).setNumWorkers(2);
    }

    private static NeuralNetworkRegressor regressor(Layer... layers) {
        return new NeuralNetworkRegressor()
                .setNetwork(Sequential.of(layers))
                .setEpochs(1)
                .setNumWorkers(2);
    }

    private static Dataset<Row> labelled(double shift) {
        return LocalSpark.moons(20, 3)
                .withColumn("label", functions.col("label").plus(shift));
    }

    private static Dense dense(int units, Advice advice) {
        return Dense.of(units).activation(advice.activation()).kernelInitializer(advice.initializer());
    }

    @Test
    void defaultNetworksComeFromTheGuide() {
        Dense hidden = dense(5, ActivationGuide.forHidden(HiddenPlace.ORDINARY));
        int[] five = {5};
        assertThat(classifier()
                        .setHiddenLayers(five)
                        .fit(LocalSpark.moons(20, 2))
                        .network()
                        .plan()
                        .layers())
                .extracting(LayerPlan::layer)
                .endsWith(hidden, dense(2, ActivationGuide.forOutput(OutputTask.MULTI_CLASS)));
        assertThat(new NeuralNetworkRegressor()
                        .setHiddenLayers(five)
                        .setEpochs(1)
                        .fit(labelled(-0.5))
                        .network()
                        .plan()
                        .layers())
                .extracting(LayerPlan::layer)
                .containsSubsequence(hidden, dense(1, ActivationGuide.forOutput(OutputTask.REGRESSION)));
    }

    @Test
    void aDefaultNetworkOfSeluStartsAsItNeeds() {
        try (LogCapture log = LogCapture.of(NeuralNetworkClassifier.class)) {
            assertThat(classifier()
                            .setHiddenLayers(new int[] {5})
                            .setHiddenActivation("selu")
                            .fit(LocalSpark.moons(20, 2))
                            .network()
                            .plan()
                            .layers())
                    .extracting(LayerPlan::layer)
                    .contains(dense(5, ActivationGuide.forHidden(HiddenPlace.SELF_NORMALIZING)));
            assertThat(log.warnings()).isEmpty();
        }
    }

    @Test
    void everyWarningIsLoggedOnceBeforeTraining() {
        Sequential network = Sequential.of(
                Dense.of(4).activation("selu"), Dropout.of(0.1), Dense.of(2).activation("softmax"));
        try (LogCapture log = LogCapture.of(NeuralNetworkClassifier.class)) {
            List<String> before = new ArrayList<>();
            classifier()
                    .setNetwork(network)
                    .setLoss("binary_crossentropy")
                    .setEpochs(3)
                    .setListener(new TrainingListener() {
                        @Override
                        public void started(TrainingStart start) {
                            before.addAll(log.warnings());
                        }
                    })
                    .fit(LocalSpark.moons(20, 2));
            assertThat(before)
                    .satisfiesExactly(
                            warning -> assertThat(warning).startsWith("Layer 1, 'dense' (Dense): selu"),
                            warning -> assertThat(warning).startsWith("Layer 2, 'dropout' (Dropout): ordinary dropout"),
                            warning -> assertThat(warning).startsWith("Layer 3, 'dense_1' (Dense): softmax"));
            assertThat(log.warnings()).isEqualTo(before);
        }
    }

    @Test
    void sigmoidsOverExclusiveClasses() {
        try (LogCapture log = LogCapture.of(NeuralNetworkClassifier.class)) {
            classifier()
                    .setNetwork(Sequential.of(Dense.of(3).activation("sigmoid")))
                    .fit(LocalSpark.moons(20, 2));
            assertThat(log.warnings()).singleElement().asString().contains("3 sigmoid outputs", "softmax");
        }
    }

    @Test
    void anOutputThatCannotReachTheLabels() {
        try (LogCapture log = LogCapture.of(NeuralNetworkRegressor.class)) {
            NeuralNetworkRegressor relu = regressor(Dense.of(1).activation("relu"));
            relu.fit(labelled(0));
            assertThat(log.warnings()).isEmpty();
            relu.fit(labelled(-0.5));
            assertThat(log.warnings()).singleElement().asString().contains("relu never gives a number below zero");
        }
    }

    /** Only one of several labels of one row, and in the last of three partitions. */
    @Test
    void aSingleLabelBelowZeroIsSeen() {
        List<Row> rows = new ArrayList<>();
        for (int i = 0; i < 12; i++) {
            rows.add(RowFactory.create(Vectors.dense(i), Vectors.dense(1, i == 11 ? -0.001 : 2), 1.0));
        }
        Dataset<Row> data = LocalSpark.of(
                rows,
                new StructType()
                        .add("features", SQLDataTypes.VectorType())
                        .add("label", SQLDataTypes.VectorType())
                        .add("weight", DataTypes.DoubleType),
                3);
        try (LogCapture log = LogCapture.of(NeuralNetworkRegressor.class)) {
            regressor(Dense.of(2).activation("softplus")).fit(data);
            assertThat(log.warnings()).singleElement().asString().contains("softplus never gives");
        }
    }
}
