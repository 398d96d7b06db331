package io.kindling.spark;

import static org.assertj.core.api.Assertions.assertThat;

import io.kindling.layers.core.Dense;
import io.kindling.models.Sequential;
import io.kindling.optimizers.Adam;
import io.kindling.spark.testing.LocalSpark;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is not set follows the number of workers; what is set is taken as it is. */
class WorkerDefaultsTest {

    @ParameterizedTest
    @CsvSource({"1, 0.001, 32", "4, 0.002, 32", "16, 0.004, 32", "32, 0.004, 16", "64, 0.004, 8", "1000, 0.004, 8"})
    void growWithTheWorkers(int workers, double rate, int batchSize) {
        assertThat(WorkerDefaults.optimizer(workers)).isEqualTo(Adam.of(rate));
        assertThat(WorkerDefaults.batchSize(workers)).isEqualTo(batchSize);
    }

    private static float[] fit(NeuralNetworkClassifier classifier) {
        return classifier
                .setNetwork(Sequential.of(
                        Dense.of(4).activation("tanh"), Dense.of(2).activation("softmax")))
                .setNumWorkers(4)
                .setEpochs(2)
                .fit(LocalSpark.moons(100, 2))
                .trainedNetwork()
                .weights()
                .trainable();
    }

    @Test
    void areUsedUnlessSomethingIsSet() {
        float[] defaults = fit(new NeuralNetworkClassifier());
        assertThat(fit(new NeuralNetworkClassifier()
                        .setOptimizer(Adam.of(0.002))
                        .setBatchSize(32)))
                .isEqualTo(defaults);
        assertThat(fit(new NeuralNetworkClassifier().setOptimizer(Adam.of()))).isNotEqualTo(defaults);
    }
}
