package io.kindling.spark.training;

import static org.assertj.core.api.Assertions.assertThat;

import io.kindling.layers.Input;
import io.kindling.layers.activations.PReLU;
import io.kindling.layers.core.Dense;
import io.kindling.layers.normalization.BatchNormalization;
import io.kindling.models.Sequential;
import io.kindling.models.Weights;
import io.kindling.optimizers.Adam;
import io.kindling.spark.NeuralNetworkClassificationModel;
import io.kindling.spark.NeuralNetworkClassifier;
import io.kindling.spark.testing.LocalSpark;
import java.io.IOException;
import java.nio.file.Path;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is learned besides kernels, slopes and moving statistics, changes in training and survives averaging and saving. */
class LearnedStatisticsTest {
    private static final int UNITS = 6;

    private static NeuralNetworkClassificationModel fit(Sequential network, Dataset<Row> data) {
        return new NeuralNetworkClassifier()
                .setNetwork(network)
                .setOptimizer(Adam.of(0.02))
                .setNumWorkers(2)
                .setBatchSize(8)
                .setAveragingFrequency(3)
                .setEpochs(10)
                .fit(data);
    }

    private static Weights savedAndLoaded(NeuralNetworkClassificationModel model, Path folder) throws IOException {
        String path = folder.resolve("model").toString();
        model.write().save(path);
        return NeuralNetworkClassificationModel.load(path).trainedNetwork().weights();
    }

    @Test
    void slopesAreLearned(@TempDir Path folder) throws IOException {
        Sequential network = Sequential.of(
                Input.of(2), Dense.of(UNITS), PReLU.of(), Dense.of(2).activation("softmax"));
        NeuralNetworkClassificationModel model = fit(network, LocalSpark.moons(80, 3));
        float[] trained = model.trainedNetwork().weights().trainable();
        int firstSlope = 2 * UNITS + UNITS;
        for (int i = firstSlope; i < firstSlope + UNITS; i++) {
            assertThat(trained[i]).as("slope %s, zero at first", i - firstSlope).isNotZero();
        }
        assertThat(savedAndLoaded(model, folder).trainable()).isEqualTo(trained);
    }

    @Test
    void movingStatisticsApproachThoseOfTheData(@TempDir Path folder) throws IOException {
        Dataset<Row> data = LocalSpark.moons(80, 3);
        Sequential network = Sequential.of(
                Input.of(2), BatchNormalization.of().momentum(0.8), Dense.of(2).activation("softmax"));
        NeuralNetworkClassificationModel model = fit(network, data);
        float[] statistics = model.trainedNetwork().weights().nonTrainable();
        double[] mean = new double[2];
        for (Row row : data.collectAsList()) {
            org.apache.spark.ml.linalg.Vector features = row.getAs(0);
            mean[0] += features.apply(0) / 80;
            mean[1] += features.apply(1) / 80;
        }
        assertThat(statistics).hasSize(4);
        assertThat((double) statistics[0]).isCloseTo(mean[0], org.assertj.core.api.Assertions.within(0.2));
        assertThat((double) statistics[1]).isCloseTo(mean[1], org.assertj.core.api.Assertions.within(0.2));
        assertThat(statistics[2]).isBetween(0.3f, 1.2f);
        assertThat(savedAndLoaded(model, folder).nonTrainable()).isEqualTo(statistics);
    }
}
