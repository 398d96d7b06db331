package io.kindling.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.kindling.data.DenseBlock;
import io.kindling.data.Examples;
import io.kindling.layers.Input;
import io.kindling.layers.Layer;
import io.kindling.layers.core.Dense;
import io.kindling.layers.recurrent.LSTM;
import io.kindling.layers.regularization.AlphaDropout;
import io.kindling.layers.regularization.Dropout;
import io.kindling.layers.regularization.GaussianDropout;
import io.kindling.layers.regularization.GaussianNoise;
import io.kindling.layers.regularization.SpatialDropout1D;
import io.kindling.layers.reshaping.Flatten;
import io.kindling.models.Sequential;
import io.kindling.random.RandomKey;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What is random in training differs by worker, epoch and step, comes back with the seed, and is off at inference. */
class RandomLayersTest {
    private static final int ROWS = 16;
    private static final int BATCH = 8;

    /** Each layer that drops or disturbs, and the same without. */
    static Stream<Arguments> layers() {
        return Stream.of(
                Arguments.of(Dropout.of(0.3), Dropout.of(0)),
                Arguments.of(AlphaDropout.of(0.3), AlphaDropout.of(0)),
                Arguments.of(SpatialDropout1D.of(0.3), SpatialDropout1D.of(0)),
                Arguments.of(GaussianDropout.of(0.3), GaussianDropout.of(0)),
                Arguments.of(GaussianNoise.of(0.3), GaussianNoise.of(0)),
                Arguments.of(
                        LSTM.of(3).returnSequences(true).dropout(0.3),
                        LSTM.of(3).returnSequences(true)),
                Arguments.of(
                        LSTM.of(3).returnSequences(true).recurrentDropout(0.3),
                        LSTM.of(3).returnSequences(true)));
    }

    private static Sequential network(Layer layer) {
        return Sequential.of(
                Input.of(4, 3), Dense.of(5), layer, new Flatten(), Dense.of(2).activation("softmax"));
    }

    /** Both mini-batches hold the same rows, so that only the step tells them apart. */
    private static Examples examples() {
        float[] x = new float[ROWS * 12];
        float[] y = new float[ROWS];
        RandomKey key = RandomKey.of(4);
        for (int i = 0; i < x.length; i++) {
            x[i] = (float) key.gaussianAt(i % (BATCH * 12));
        }
        for (int row = 0; row < ROWS; row++) {
            y[row] = row % 2;
        }
        return new Examples(List.of(new DenseBlock(12, x, 1, y, null)));
    }

    /** The loss of one step from the initial weights. */
    private static double loss(Layer layer, long seed, int epoch, int worker, int step) {
        Training training = Training.of("sparse_categorical_crossentropy")
                .batchSize(BATCH)
                .shuffle(false)
                .seed(seed);
        try (LocalSteps steps = new LocalSteps(network(layer).plan(), training)) {
            TrainingState start = TrainingState.of(network(layer).plan().initialWeights(1), training);
            return steps.run(start, examples(), new Round(epoch, worker, step, 1))
                    .lossSum();
        }
    }

    @ParameterizedTest
    @MethodSource("layers")
    void differByWorkerEpochStepAndSeed(Layer layer, Layer without) {
        double loss = loss(layer, 7, 0, 0, 0);
        assertThat(loss(layer, 7, 0, 0, 0)).isEqualTo(loss);
        assertThat(loss(layer, 7, 0, 1, 0)).as("another worker").isNotEqualTo(loss);
        assertThat(loss(layer, 7, 1, 0, 0)).as("another epoch").isNotEqualTo(loss);
        assertThat(loss(layer, 7, 0, 0, 1)).as("another step").isNotEqualTo(loss);
        assertThat(loss(layer, 8, 0, 0, 0)).as("another seed").isNotEqualTo(loss);
    }

    @ParameterizedTest
    @MethodSource("layers")
    void nothingElseDiffers(Layer layer, Layer without) {
        double loss = loss(without, 7, 0, 0, 0);
        assertThat(loss(without, 7, 0, 1, 0)).isEqualTo(loss);
        assertThat(loss(without, 8, 1, 0, 1)).isEqualTo(loss);
    }

    @ParameterizedTest
    @MethodSource("layers")
    void areOffAtInference(Layer layer, Layer without) {
        float[] x = new float[12];
        for (int i = 0; i < x.length; i++) {
            x[i] = (float) RandomKey.of(4).gaussianAt(i);
        }
        float[] expected = predict(without, x);
        assertThat(predict(layer, x)).isEqualTo(expected);
        assertThat(predict(layer, x)).isEqualTo(expected);
    }

    private static float[] predict(Layer layer, float[] x) {
        try (BoundNetwork network = BoundNetwork.forInference(network(layer).plan(), 1)) {
            network.load(network(layer).plan().initialWeights(1));
            return network.predict(x, 1).clone();
        }
    }
}
