package io.kindling.dl4j;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.kindling.engine.Training;
import io.kindling.layers.BoundParts;
import io.kindling.layers.Input;
import io.kindling.layers.Layer;
import io.kindling.layers.Node;
import io.kindling.layers.core.Dense;
import io.kindling.layers.merging.Concatenate;
import io.kindling.layers.regularization.AlphaDropout;
import io.kindling.layers.regularization.Dropout;
import io.kindling.layers.regularization.GaussianDropout;
import io.kindling.layers.regularization.GaussianNoise;
import io.kindling.layers.regularization.SpatialDropout1D;
import io.kindling.layers.reshaping.Flatten;
import io.kindling.models.Functional;
import io.kindling.models.NetworkPlan;
import io.kindling.models.ParameterLayout;
import io.kindling.models.Sequential;
import io.kindling.models.Weights;
import io.kindling.optimizers.Sgd;
import io.kindling.tensor.Shape;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** Layers that draw random numbers do with a constant in DL4J what they do here: the same mean and deviation. */
class DropoutSecondOpinionTest {
    private static final int STEPS = 200;
    private static final int FEATURES = 100;
    private static final float CONSTANT = 1.5f;
    private static final long SEED = 20260101;

    static Stream<Layer> layers() {
        return Stream.of(Dropout.of(0.3), AlphaDropout.of(0.3), GaussianDropout.of(0.3), GaussianNoise.of(0.3));
    }

    @ParameterizedTest
    @MethodSource("layers")
    void hasTheSameMeanAndDeviation(Layer layer) {
        float[] ours = kindling(layer);
        float[] theirs = dl4j(layer);
        // Of 20,000 draws with a deviation of up to 1.3, so 0.04 is three times what chance does.
        assertThat(mean(theirs)).isCloseTo(mean(ours), within(0.04));
        assertThat(deviation(theirs)).isCloseTo(deviation(ours), within(0.04));
        assertThat(deviation(ours)).isGreaterThan(0.2);
    }

    @ParameterizedTest
    @MethodSource("layers")
    void dropsToTheSameValues(Layer layer) {
        if (layer instanceof Dropout || layer instanceof AlphaDropout) {
            float[] ours = extremes(kindling(layer));
            assertThat(extremes(dl4j(layer))).containsExactly(ours, within(1e-5f));
        }
    }

    @Test
    void dropsAFeatureAtAllSteps() {
        float[] values = dl4j(SpatialDropout1D.of(0.3));
        float[] first = Arrays.copyOf(values, FEATURES);
        assertThat(extremes(first)).containsExactly(new float[] {0, CONSTANT / 0.7f}, within(1e-5f));
        for (int step = 1; step < STEPS; step++) {
            assertThat(Arrays.copyOfRange(values, step * FEATURES, (step + 1) * FEATURES))
                    .isEqualTo(first);
        }
    }

    /** The gradient of the sum does not depend on what was dropped, that of a layer beside the dropout neither. */
    @ParameterizedTest
    @MethodSource("layers")
    void leavesWhatOthersReadAsItIs(Layer layer) {
        assertThat(changeBeside(layer)).isEqualTo(changeBeside(Dropout.of(0)));
    }

    private static float[] changeBeside(Layer layer) {
        Node hidden = Dense.of(FEATURES).activation("tanh").on(Node.input("x", FEATURES));
        Node beside = Dense.of(2).named("beside").on(hidden);
        NetworkPlan plan = Functional.of(Dense.of(1).on(Concatenate.of().on(beside, layer.on(hidden))))
                .plan();
        Weights weights = plan.initialWeights(1);
        Dl4jNetwork translated =
                Dl4jNetwork.of(plan, Training.of("mean_absolute_error").optimizer(Sgd.of(1)));
        ComputationGraph network = translated.start(weights);
        INDArray far = Nd4j.valueArrayOf(new long[] {1, 1}, 1e6);
        network.fit(new INDArray[] {Nd4j.valueArrayOf(new long[] {1, FEATURES}, CONSTANT)}, new INDArray[] {far});
        ParameterLayout.Parameter kernel = plan.parameters().named("beside/kernel");
        return Arrays.copyOfRange(
                translated.weightsFrom(network).trainable(), kernel.offset(), kernel.offset() + kernel.size());
    }

    private static float[] kindling(Layer layer) {
        float[] x = new float[STEPS * FEATURES];
        Arrays.fill(x, CONSTANT);
        try (BoundParts bound = BoundParts.of(layer, Shape.of(STEPS, FEATURES), 1, List.of())) {
            return bound.forward(x, 1, 5);
        }
    }

    private static float[] dl4j(Layer layer) {
        // DL4J draws from one source for the whole process.
        Nd4j.getRandom().setSeed(SEED);
        NetworkPlan plan = Sequential.of(Input.of(STEPS, FEATURES), layer.named("here"), new Flatten(), Dense.of(1))
                .plan();
        ComputationGraph network =
                Dl4jNetwork.of(plan, Training.of("mean_squared_error")).start(plan.initialWeights(1));
        INDArray x = Nd4j.valueArrayOf(new long[] {1, STEPS * FEATURES}, CONSTANT);
        INDArray disturbed = network.feedForward(x, true).get("here");
        // DL4J has the features of a sequence before its steps.
        boolean channelsFirst = layer instanceof SpatialDropout1D;
        return (channelsFirst ? disturbed.permute(0, 2, 1) : disturbed)
                .dup('c')
                .data()
                .asFloat();
    }

    private static double mean(float[] values) {
        double sum = 0;
        for (float value : values) {
            sum += value;
        }
        return sum / values.length;
    }

    private static double deviation(float[] values) {
        double mean = mean(values);
        double squares = 0;
        for (float value : values) {
            squares += (value - mean) * (value - mean);
        }
        return Math.sqrt(squares / values.length);
    }

    private static float[] extremes(float[] values) {
        float[] sorted = values.clone();
        Arrays.sort(sorted);
        return new float[] {sorted[0], sorted[sorted.length - 1]};
    }
}
