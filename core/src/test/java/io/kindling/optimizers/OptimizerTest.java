package io.kindling.optimizers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Arrays;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Every optimizer finds a minimum, stays finite, keeps nothing between calls, and refuses fields it cannot have. */
class OptimizerTest {
    /** Those that make ever smaller steps, or none but tiny ones at first, need more than the rate of the others. */
    private static final Map<String, Double> RATES = Map.of("adagrad", 0.5, "ftrl", 0.5, "adadelta", 1.0);

    private static final Map<String, String> WITH_ARGUMENTS =
            Map.of("clipped", "clipped(adam, 1)", "chain", "chain(decayed_weights(0.01), adam)");

    static Stream<String> optimizers() {
        return Stream.concat(
                Optimizer.registry().names().stream().map(name -> WITH_ARGUMENTS.getOrDefault(name, name)),
                Stream.of(
                        "clipped(sgd, global_clipnorm=1)",
                        "clipped(sgd(momentum=0.9), clipvalue=0.5)",
                        "ftrl(l1_regularization_strength=0.001, l2_regularization_strength=0.001, beta=0.1)",
                        "ftrl(learning_rate_power=-0.4, initial_accumulator_value=0)",
                        "nadam(beta_1=0)",
                        "lion(beta_1=0.5)",
                        "sgd(momentum=0.9)",
                        "sgd(momentum=0.9, nesterov=True)",
                        "adam(amsgrad=True)",
                        "rmsprop(centered=True)",
                        "rmsprop(momentum=0.9, centered=True)"));
    }

    @ParameterizedTest
    @MethodSource("optimizers")
    void findsTheMinimumOfAParabola(String text) {
        Optimizer optimizer = Optimizer.of(text).withLearningRate(rate(text));
        float[] w = {1, -1};
        float[][] slots = optimizer.initialSlots(2);
        for (int step = 0; step < 2000; step++) {
            optimizer.update(w, new float[] {w[0], 3 * w[1]}, slots, step);
        }
        assertThat(Math.abs(w[0])).isLessThan(0.05f);
        assertThat(Math.abs(w[1])).isLessThan(0.05f);
    }

    private static double rate(String text) {
        return RATES.getOrDefault(text.replaceFirst("\\(.*", ""), 0.01);
    }

    /** A gradient that never changes has no variance, and rounding must not make that a negative one. */
    @ParameterizedTest
    @MethodSource("optimizers")
    void staysFiniteUnderASteadyGradient(String text) {
        Optimizer optimizer = Optimizer.of(text);
        float[] gradient = {1e-20f, 0, 0.1f, 0.3f, 1, 3.3f, 10, 17.7f, 1000, 1e10f};
        float[] w = new float[gradient.length];
        float[][] slots = optimizer.initialSlots(w.length);
        for (int step = 0; step < 1000; step++) {
            optimizer.update(w, gradient, slots, step);
            for (float value : w) {
                assertThat(Float.isFinite(value))
                        .as("%s after step %d", value, step)
                        .isTrue();
            }
        }
    }

    @ParameterizedTest
    @MethodSource("optimizers")
    void leavesTheGradientAsItIsUnlessItClips(String text) {
        Optimizer optimizer = Optimizer.of(text);
        float[] gradient = {0.5f, -2};
        optimizer.update(new float[2], gradient, optimizer.initialSlots(2), 0);
        if (!(optimizer instanceof ClippedOptimizer)) {
            assertThat(gradient).containsExactly(0.5f, -2);
        }
    }

    /** A task that is run again makes the same step: what matters lies in the slots and the count of steps. */
    @ParameterizedTest
    @MethodSource("optimizers")
    void makesTheSameStepFromTheSameState(String text) {
        Optimizer optimizer = Optimizer.of(text);
        float[] w = {1, -2};
        float[][] slots = optimizer.initialSlots(2);
        for (int step = 0; step < 3; step++) {
            optimizer.update(w, new float[] {0.5f, step}, slots, step);
        }
        float[] again = w.clone();
        float[][] copies = Arrays.stream(slots).map(float[]::clone).toArray(float[][]::new);
        optimizer.update(w, new float[] {0.3f, 0.2f}, slots, 3);
        Optimizer.of(text).update(again, new float[] {0.3f, 0.2f}, copies, 3);
        assertThat(again).isEqualTo(w);
        assertThat(copies).isDeepEqualTo(slots);
    }

    /** Only the optimizers that take norms may look across. */
    @ParameterizedTest
    @MethodSource("optimizers")
    void variablesDoNotTouchEachOther(String text) {
        Optimizer optimizer = Optimizer.of(text);
        if (text.contains("global")) {
            return;
        }
        float[] both = {1, -2, 30};
        optimizer.update(
                new Variables(both, new float[] {0.5f, 2, -70}, new int[] {0, 2, 3}), optimizer.initialSlots(3), 0);
        float[] first = {1, -2};
        optimizer.update(first, new float[] {0.5f, 2}, optimizer.initialSlots(2), 0);
        float[] second = {30};
        optimizer.update(second, new float[] {-70}, optimizer.initialSlots(1), 0);
        assertThat(both).containsExactly(first[0], first[1], second[0]);
    }

    @Test
    void memoryStartsAsConfigured() {
        assertThat(Optimizer.of("adagrad(initial_accumulator_value=0.3)").initialSlots(2))
                .isDeepEqualTo(new float[][] {{0.3f, 0.3f}});
        assertThat(Ftrl.of().clipNorm(1).initialSlots(2)).isDeepEqualTo(new float[][] {{0.1f, 0.1f}, {0, 0}});
        assertThat(Adam.of().initialSlots(2)).isDeepEqualTo(new float[2][2]);
    }

    @Test
    void ftrlMakesWeightsExactlyZero() {
        Optimizer optimizer = Optimizer.of("ftrl(0.5, l1_regularization_strength=1)");
        float[] w = new float[2];
        optimizer.update(w, new float[] {0.9f, 1.5f}, optimizer.initialSlots(2), 0);
        assertThat(w[0]).isZero();
        assertThat(w[1]).isNegative();
    }

    @Test
    void decayOfAdamWIsNoPartOfTheMeans() {
        AdamW optimizer = AdamW.of(0.1, 0.5);
        float[] w = {2};
        float[][] slots = new float[2][1];
        optimizer.update(w, new float[] {0}, slots, 0);
        assertThat(w).containsExactly(2 * (1 - 0.1f * 0.5f));
        assertThat(slots).isDeepEqualTo(new float[2][1]);
    }

    /** A step below the normal numbers would take a hundred times as long. */
    @ParameterizedTest
    @ValueSource(strings = {"adam", "adam(amsgrad=True)", "adamw"})
    void adamMakesNoSubnormalNumbers(String text) {
        Optimizer optimizer = Optimizer.of(text);
        float[] w = {1, 1};
        float[][] slots = optimizer.initialSlots(2);
        optimizer.update(w, new float[] {1e-13f, -1e-13f}, slots, 0);
        for (int step = 1; step < 20_000; step++) {
            optimizer.update(w, new float[2], slots, step);
            for (int i = 0; i < w.length; i++) {
                assertThat(isNormal(0.001f * slots[0][i]) && isNormal(slots[1][i]))
                        .as("%s and %s after step %d", slots[0][i], slots[1][i], step)
                        .isTrue();
            }
        }
    }

    private static boolean isNormal(float value) {
        return value == 0 || Math.abs(value) >= Float.MIN_NORMAL;
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            sgd(0)                  | A learning_rate must be positive. Received: 0.0.
            sgd(-1)                 | A learning_rate must be positive. Received: -1.0.
            sgd(NaN)                | A learning_rate must be positive. Received: NaN.
            adagrad(initial_accumulator_value=-1) | adagrad needs an initial_accumulator_value of at least 0. Received: -1.0.
            ftrl(learning_rate_power=1) | ftrl needs a learning_rate_power of at most 0. Received: 1.0.
            lion(beta_1=0)          | lion needs a beta_1 in (0, 1]. Received: 0.0.
            sgd(fast)               | Unknown schedule 'fast'. Known: constant, cosine_decay, cosine_decay_restarts, \
            exponential_decay, inverse_time_decay, piecewise_constant_decay, polynomial_decay.
            clipped                 | The optimizer 'clipped' lacks its field 'optimizer'.
            clipped(sgd, 0)         | clipped needs a positive clipnorm. Received: 0.0.
            clipped(sgd, 1, 1)      | clipped takes one of clipnorm, global_clipnorm and clipvalue. Received: 1.0, 1.0, null.
            sgd(0.1, momentum=1)    | sgd needs a momentum in [0, 1). Received: 1.0.
            adam(beta_2=1)          | adam needs a beta_2 in [0, 1). Received: 1.0.
            adam(epsilon=0)         | adam needs a positive epsilon. Received: 0.0.
            adamw(weight_decay=-1)  | adamw needs a weight_decay of at least 0. Received: -1.0.
            rmsprop(rho=-0.1)       | rmsprop needs a rho in [0, 1). Received: -0.1.
            """)
    void refusesInvalidFields(String text, String message) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Optimizer.of(text))
                .withMessage(message);
    }
}
