package io.kindling.spark.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import io.kindling.layers.core.Dense;
import io.kindling.models.Sequential;
import io.kindling.optimizers.Adam;
import io.kindling.spark.NeuralNetworkClassifier;
import io.kindling.spark.testing.LocalSpark;
import org.junit.jupiter.api.Test;

/** Limits on weights hold in the fitted model, although the mean of two unit vectors is shorter than one. */
class ConstraintsTest {
    private static final int UNITS = 6;

    private static float[] trained(String kernelConstraint) {
        return new NeuralNetworkClassifier()
                .setNetwork(Sequential.of(
                        Dense.of(UNITS).activation("tanh").kernelConstraint(kernelConstraint),
                        Dense.of(2).activation("softmax")))
                .setOptimizer(Adam.of(0.02))
                .setNumWorkers(2)
                .setBatchSize(8)
                .setAveragingFrequency(3)
                .setEpochs(2)
                .fit(LocalSpark.moons(80, 3))
                .trainedNetwork()
                .weights()
                .trainable();
    }

    @Test
    void holdAfterAveraging() {
        float[] weights = trained("unit_norm");
        for (int unit = 0; unit < UNITS; unit++) {
            assertThat(Math.hypot(weights[unit], weights[UNITS + unit]))
                    .as("norm of the weights into unit %s", unit)
                    .isCloseTo(1, within(1e-5));
        }
    }

    @Test
    void holdWithinARound() {
        float[] weights = trained("non_neg");
        for (int i = 0; i < 2 * UNITS; i++) {
            assertThat(weights[i]).as("weight %s", i).isNotNegative();
        }
    }

    @Test
    void areRefusedBeforeTrainingWhereTheyDoNotFit() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> trained("max_norm(1, axis=2)"))
                .withMessage("Layer 1, 'dense' (Dense): max_norm needs axes side by side of a weight of shape (2, 6)."
                        + " Received: axis=[2].");
    }
}
