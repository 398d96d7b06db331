package io.kindling.spark.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kindling.engine.Training;
import io.kindling.engine.TrainingState;
import io.kindling.layers.core.Dense;
import io.kindling.models.Sequential;
import io.kindling.models.Weights;
import io.kindling.optimizers.Adam;
import io.kindling.optimizers.Optimizer;
import io.kindling.spark.NeuralNetworkClassifier;
import io.kindling.spark.testing.LocalSpark;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The optimizer's memory between rounds. */
class OptimizerStateTest {

    private static NeuralNetworkClassifier classifier(String optimizer, String optimizerState) {
        return new NeuralNetworkClassifier()
                .setNetwork(Sequential.of(
                        Dense.of(8).activation("tanh"), Dense.of(2).activation("softmax")))
                .setOptimizer(Optimizer.of(optimizer))
                .setOptimizerState(optimizerState)
                .setNumWorkers(2)
                .setBatchSize(8)
                .setEpochs(3)
                .setAveragingFrequency(2);
    }

    private static float[] fit(NeuralNetworkClassifier classifier) {
        return classifier
                .fit(LocalSpark.moons(50, 3))
                .trainedNetwork()
                .weights()
                .trainable();
    }

    @Test
    void anOptimizerWithoutMemoryDoesNotCare() {
        String optimizer = "sgd(exponential_decay(0.3, 4, 0.5))";
        assertThat(fit(classifier(optimizer, "reset"))).isEqualTo(fit(classifier(optimizer, "average")));
    }

    @Test
    void adamForgetsBetweenRounds() {
        assertThat(fit(classifier("adam(0.01)", "reset"))).isNotEqualTo(fit(classifier("adam(0.01)", "average")));
    }

    /** Adam's first step is as long as its learning rate, whatever the gradient. */
    @Test
    void aRoundBeginsWithAFirstStepAtTheRateOfTheTraining() {
        Training training =
                Training.of("mean_squared_error").optimizer(Optimizer.of("adam(inverse_time_decay(0.1, 1, 1))"));
        TrainingState shared = new TrainingState(new Weights(new float[] {5}, new float[0]), new float[0][], 9);
        OptimizerState.Start start = OptimizerState.RESET.startOf(shared, training);
        float[] weights = start.state().weights().trainable();
        start.training()
                .optimizer()
                .update(
                        weights,
                        new float[] {3},
                        start.state().slots(),
                        start.state().step());
        assertThat((double) weights[0]).isCloseTo(5 - 0.1 / (1 + 9), org.assertj.core.data.Offset.offset(1e-6));
    }

    @Test
    void nothingButWeightsTravels() {
        Training training = Training.of("mean_squared_error").optimizer(Adam.of());
        Weights weights = new Weights(new float[10], new float[2]);
        assertThat(StateSlices.of(OptimizerState.RESET.first(weights, training)).floats())
                .isEqualTo(12);
        assertThat(StateSlices.of(OptimizerState.AVERAGE.first(weights, training))
                        .floats())
                .isEqualTo(32);
    }

    @ParameterizedTest
    @ValueSource(strings = {"kept", ""})
    void anythingElseIsRefused(String text) {
        assertThatThrownBy(() -> OptimizerState.of(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("optimizerState must be average or reset")
                .hasMessageContaining("Received: " + text);
    }
}
