package io.kindling.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.kindling.activations.Activation;
import io.kindling.data.Batch;
import io.kindling.data.DenseBlock;
import io.kindling.data.ExampleOrder;
import io.kindling.data.Examples;
import io.kindling.layers.Input;
import io.kindling.layers.Layer;
import io.kindling.layers.core.ActivationLayer;
import io.kindling.layers.core.Dense;
import io.kindling.layers.recurrent.GRU;
import io.kindling.layers.recurrent.LSTM;
import io.kindling.layers.recurrent.SimpleRNN;
import io.kindling.layers.regularization.Dropout;
import io.kindling.layers.reshaping.Flatten;
import io.kindling.layers.reshaping.Reshape;
import io.kindling.losses.Loss;
import io.kindling.models.Layers;
import io.kindling.models.NetworkPlan;
import io.kindling.models.Sequential;
import io.kindling.models.Weights;
import io.kindling.random.RandomKey;
import io.kindling.regularizers.L1L2;
import io.kindling.regularizers.L2;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** The gradient of a network is the derivative of its loss, whatever its activation, loss, penalty and dropout. */
class NetworkGradientTest {
    private static final int ROWS = 6;
    private static final int OUTPUTS = 3;
    private static final float STEP = 2e-3f;
    /**
     * Of the largest derivative, which is between 0.05 and 3. Differences err by STEP² / 6 times the third derivative,
     * some 1e-6, and by the loss' rounding in single precision, some 1e-7, over 2 · STEP: 3e-5.
     */
    private static final double TOLERANCE = 5e-4;
    /** Two steps that disagree by more have a kink between them, where there is no derivative to compare with. */
    private static final double KINK = 0.4 * TOLERANCE;

    /** With arguments, where a name alone is none or has kinks wherever one steps. */
    private static final Map<String, String> TAMED =
            Map.of("threshold", "threshold(0.5, -1)", "soft_shrink", "soft_shrink(0.1)");
    /** One after the other they leave the range of single precision unless weights are small. */
    private static final Set<String> STEEP = Set.of("exponential", "log_softmax");

    private static final RandomKey STEP_KEY = RandomKey.of(77);

    private enum Targets {
        ONE_HOT,
        CLASS,
        YES_NO,
        NUMBERS
    }

    /** A loss and the layers that end a network made for it. */
    private record Ending(String loss, Targets targets, List<Layer> layers) {

        static Ending of(String loss, Targets targets, Layer... layers) {
            return new Ending(loss, targets, List.of(layers));
        }

        @Override
        public String toString() {
            return loss + " after " + layers.stream().map(Ending::name).toList();
        }

        private static String name(Layer layer) {
            return Layers.registry().nameOf(layer) + " "
                    + layer.outputActivation().getClass().getSimpleName();
        }
    }

    @TestFactory
    Stream<DynamicTest> isTheDerivativeOfTheLoss() {
        return Activation.registry().names().stream()
                // Of half as many columns, and a user's own: each tested by itself.
                .filter(name -> !name.equals("glu") && !name.equals("custom") && !name.equals("registered"))
                .map(name -> TAMED.getOrDefault(name, name))
                .flatMap(name -> endings(name)
                        .map(ending -> DynamicTest.dynamicTest(
                                name + ", " + ending,
                                () -> check(network(name, ending), ending, STEEP.contains(name) ? 0.2 : 0.5))));
    }

    /** What is dropped is part of the function: the same at every step of a sequence. */
    @TestFactory
    Stream<DynamicTest> isTheDerivativeOfTheLossOfRecurrentLayers() {
        Ending ending = Ending.of("mean_squared_error", Targets.NUMBERS, Dense.of(OUTPUTS));
        return Stream.<Layer>of(
                        SimpleRNN.of(3).dropout(0.2).recurrentDropout(0.3),
                        LSTM.of(3).dropout(0.2).recurrentDropout(0.3),
                        LSTM.of(3).useBias(false).goBackwards(true),
                        GRU.of(3).dropout(0.2).recurrentDropout(0.3),
                        GRU.of(3).resetAfter(false).dropout(0.2).recurrentDropout(0.3),
                        GRU.of(3).useBias(false).goBackwards(true))
                .map(layer -> DynamicTest.dynamicTest(layer.toString(), () -> {
                    // The first layer's gradient is made of that of the sequences.
                    List<Layer> start = List.of(Input.of(5), Dense.of(8), Reshape.of(4, 2), layer);
                    check(network(start, ending), ending, 0.5);
                }));
    }

    private static Sequential network(List<Layer> start, Ending ending) {
        return new Sequential(
                Stream.concat(start.stream(), ending.layers().stream()).toList());
    }

    private static Stream<Ending> endings(String activation) {
        Layer softmax = Dense.of(OUTPUTS).activation("softmax");
        Layer sigmoid = Dense.of(OUTPUTS).activation("sigmoid");
        Layer linear = Dense.of(OUTPUTS);
        return Stream.of(
                // The loss takes the activation over.
                Ending.of("categorical_crossentropy", Targets.ONE_HOT, softmax),
                Ending.of("categorical_crossentropy(label_smoothing=0.1)", Targets.ONE_HOT, softmax),
                Ending.of("categorical_crossentropy", Targets.ONE_HOT, linear, ActivationLayer.of("softmax")),
                Ending.of("sparse_categorical_crossentropy", Targets.CLASS, softmax),
                Ending.of("binary_crossentropy", Targets.YES_NO, sigmoid),
                Ending.of("binary_crossentropy(label_smoothing=0.1)", Targets.YES_NO, sigmoid),
                // The layer after it keeps the two apart.
                Ending.of("categorical_crossentropy", Targets.ONE_HOT, softmax, new Flatten()),
                Ending.of("sparse_categorical_crossentropy", Targets.CLASS, softmax, new Flatten()),
                Ending.of("binary_crossentropy", Targets.YES_NO, sigmoid, new Flatten()),
                // The loss does not know the activation.
                Ending.of("mean_squared_error", Targets.ONE_HOT, softmax),
                Ending.of(
                        "mean_squared_error", Targets.NUMBERS, Dense.of(OUTPUTS).activation(activation)),
                Ending.of("mean_squared_error", Targets.NUMBERS, linear),
                Ending.of("mean_absolute_error", Targets.NUMBERS, linear),
                Ending.of("huber(0.7)", Targets.NUMBERS, linear));
    }

    private static Sequential network(String activation, Ending ending) {
        List<Layer> start = List.of(
                Input.of(5),
                Dense.of(7)
                        .activation(activation)
                        .kernelRegularizer(new L1L2(0.01, 0.02))
                        .biasRegularizer(new L2(0.03)),
                Dropout.of(0.2),
                Dense.of(4).useBias(false),
                ActivationLayer.of(activation));
        return network(start, ending);
    }

    private static void check(Sequential network, Ending ending, double deviation) {
        NetworkPlan plan = network.plan();
        Batch batch = batch(ending.targets());
        try (BoundTraining running = new BoundTraining(plan, Loss.of(ending.loss()), ROWS)) {
            running.network().load(new Weights(awayFromZero(plan.trainableCount(), deviation), new float[0]));
            running.gradient(batch, STEP_KEY);
            float[] gradient = running.network().trainable().gradient().clone();
            NumericGradient numeric = new NumericGradient(
                    running.network().trainable().values(),
                    running.network().trainable()::changed,
                    () -> running.gradient(batch, STEP_KEY) / ROWS);
            assertSame(gradient, numeric);
        }
    }

    private static void assertSame(float[] gradient, NumericGradient numeric) {
        double largest = 0;
        for (float derivative : gradient) {
            largest = Math.max(largest, Math.abs(derivative));
        }
        assertThat(largest).isGreaterThan(1e-3);
        int checked = 0;
        for (int i = 0; i < gradient.length; i++) {
            double expected = numeric.at(i, STEP);
            if (Math.abs(expected - numeric.at(i, STEP / 2)) <= KINK * largest) {
                assertThat(Math.abs(gradient[i] - expected) <= TOLERANCE * largest)
                        .as("parameter %d: %s by differences, %s by the network", i, expected, gradient[i])
                        .isTrue();
                checked++;
            }
        }
        assertThat(checked).as("parameters away from kinks").isGreaterThan(gradient.length * 9 / 10);
    }

    private static Batch batch(Targets targets) {
        RandomKey key = RandomKey.of(9);
        float[] x = gaussian(ROWS * 5, 1, key.with(0));
        float[] weights = new float[ROWS];
        int labelColumns = targets == Targets.CLASS ? 1 : OUTPUTS;
        float[] labels = gaussian(ROWS * labelColumns, 1, key.with(1));
        for (int row = 0; row < ROWS; row++) {
            weights[row] = 0.5f + key.with(2).uniformAt(row);
            for (int i = row * labelColumns; i < (row + 1) * labelColumns; i++) {
                labels[i] = switch (targets) {
                    case ONE_HOT -> i % OUTPUTS == row % OUTPUTS ? 1 : 0;
                    case CLASS -> row % OUTPUTS;
                    case YES_NO -> labels[i] > 0 ? 1 : 0;
                    case NUMBERS -> labels[i];
                };
            }
        }
        Batch batch = new Batch(ROWS, 5, labelColumns, labelColumns);
        batch.fill(
                new Examples(List.of(new DenseBlock(5, x, labelColumns, labels, weights))),
                ExampleOrder.asGiven(),
                0,
                ROWS);
        return batch;
    }

    /** The L1 penalty has a kink at zero. */
    private static float[] awayFromZero(int count, double deviation) {
        float[] values = gaussian(count, deviation, RandomKey.of(3));
        for (int i = 0; i < count; i++) {
            values[i] += Math.copySign(3 * STEP, values[i]);
        }
        return values;
    }

    private static float[] gaussian(int count, double deviation, RandomKey key) {
        float[] values = new float[count];
        for (int i = 0; i < count; i++) {
            values[i] = (float) (deviation * key.gaussianAt(i));
        }
        return values;
    }
}
