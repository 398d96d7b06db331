package io.kindling.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.kindling.data.DenseBlock;
import io.kindling.data.Examples;
import io.kindling.layers.Input;
import io.kindling.layers.core.Dense;
import io.kindling.layers.normalization.BatchNormalization;
import io.kindling.models.Network;
import io.kindling.models.ParameterLayout.Parameter;
import io.kindling.models.Sequential;
import io.kindling.models.Weights;
import io.kindling.random.RandomKey;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A network goes on from another one's weights by name, and what is frozen keeps its bits. */
class FineTuningTest {
    private static final Sequential NETWORK = Sequential.of(
            Input.of(6),
            Dense.of(5).activation("tanh").named("below"),
            BatchNormalization.of().named("norm"),
            Dense.of(4).activation("tanh").named("middle"),
            Dense.of(3).activation("softmax").named("head"));
    private static final int ROWS = 40;

    private static TrainedNetwork trained(Network network, Weights start) {
        Training training =
                Training.of("sparse_categorical_crossentropy").batchSize(8).epochs(3);
        float[] x = new float[ROWS * 6];
        float[] labels = new float[ROWS];
        for (int i = 0; i < x.length; i++) {
            x[i] = (float) RandomKey.of(7).gaussianAt(i);
        }
        for (int i = 0; i < ROWS; i++) {
            labels[i] = i % 3;
        }
        Examples examples = new Examples(List.of(new DenseBlock(6, x, 1, labels, null)));
        TrainingState state = TrainingState.of(start, training);
        try (LocalSteps steps = new LocalSteps(network.plan(), training)) {
            for (int epoch = 0; epoch < 3; epoch++) {
                state = steps.run(state, examples, new Round(epoch, 0, 0, 5)).state();
            }
        }
        return new TrainedNetwork(network, state.weights());
    }

    private static float[] weight(TrainedNetwork network, String name) {
        Parameter weight = network.network().plan().parameters().named(name);
        float[] vector = weight.vector(network.weights());
        return Arrays.copyOfRange(vector, weight.offset(), weight.offset() + weight.size());
    }

    @Test
    void weightsOfTheSameNameAndShapeAreTakenOver() {
        TrainedNetwork before = trained(NETWORK, NETWORK.plan().initialWeights(1));
        Sequential other = Sequential.of(
                Input.of(6),
                Dense.of(5).activation("relu").named("below"),
                Dense.of(4).named("other"),
                Dense.of(2).activation("softmax").named("head"));
        WeightTransfer transfer = WeightTransfer.of(before, other.plan(), 3);
        assertThat(transfer.taken()).containsExactly("below/kernel", "below/bias");
        assertThat(transfer.drawn()).containsExactly("other/kernel", "other/bias", "head/kernel", "head/bias");
        TrainedNetwork after = new TrainedNetwork(other, transfer.weights());
        assertThat(weight(after, "below/kernel")).isEqualTo(weight(before, "below/kernel"));
        assertThat(weight(after, "other/kernel"))
                .isEqualTo(weight(new TrainedNetwork(other, other.plan().initialWeights(3)), "other/kernel"));
    }

    @Test
    void frozenLayersKeepTheirBitsAndOthersDoNot() {
        TrainedNetwork before = trained(NETWORK, NETWORK.plan().initialWeights(1));
        // In the middle, so that gradients go through what is frozen.
        Network frozen = NETWORK.freeze(List.of("norm", "middle"));
        TrainedNetwork after =
                trained(frozen, WeightTransfer.of(before, frozen.plan(), 0).weights());
        for (String name : List.of(
                "norm/gamma",
                "norm/beta",
                "norm/moving_mean",
                "norm/moving_variance",
                "middle/kernel",
                "middle/bias")) {
            assertThat(weight(after, name)).as(name).isEqualTo(weight(before, name));
        }
        for (String name : List.of("below/kernel", "head/kernel")) {
            assertThat(weight(after, name)).as(name).isNotEqualTo(weight(before, name));
        }
    }

    @Test
    void aPartPredictsTheValuesOfItsLastLayer() {
        TrainedNetwork whole = trained(NETWORK, NETWORK.plan().initialWeights(1));
        TrainedNetwork part = whole.upTo("below");
        float[][] x = {{1, -1, 0.5f, 2, 0, -0.3f}};
        float[] values = part.predict(x)[0];
        assertThat(values).hasSize(5);
        float[] kernel = weight(whole, "below/kernel");
        float[] bias = weight(whole, "below/bias");
        for (int unit = 0; unit < 5; unit++) {
            double sum = bias[unit];
            for (int i = 0; i < 6; i++) {
                sum += x[0][i] * kernel[i * 5 + unit];
            }
            assertThat((double) values[unit]).isCloseTo(Math.tanh(sum), within(1e-6));
        }
    }
}
