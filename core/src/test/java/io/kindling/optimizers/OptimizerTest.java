package io.kindling.optimizers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Every optimizer finds a minimum, stays finite, keeps nothing between calls, and refuses fields it cannot have. */
class OptimizerTest {

    static Stream<String> optimizers() {
        return Stream.concat(
                Optimizer.registry().names().stream(),
                Stream.of(
                        "sgd(momentum=0.9)",
                        "sgd(momentum=0.9, nesterov=True)",
                        "adam(amsgrad=True)",
                        "rmsprop(centered=True)",
                        "rmsprop(momentum=0.9, centered=True)"));
    }

    @ParameterizedTest
    @MethodSource("optimizers")
    void findsTheMinimumOfAParabola(String text) {
        Optimizer optimizer = Optimizer.of(text).withLearningRate(0.01);
        float[] w = {1, -1};
        float[][] slots = new float[optimizer.slots()][2];
        for (int step = 0; step < 2000; step++) {
            optimizer.update(w, new float[] {w[0], 3 * w[1]}, slots, step);
        }
        assertThat(Math.abs(w[0])).isLessThan(0.05f);
        assertThat(Math.abs(w[1])).isLessThan(0.05f);
    }

    /** A gradient that never changes has no variance, and rounding must not make that a negative one. */
    @ParameterizedTest
    @MethodSource("optimizers")
    void staysFiniteUnderASteadyGradient(String text) {
        Optimizer optimizer = Optimizer.of(text);
        float[] gradient = {1e-20f, 0, 0.1f, 0.3f, 1, 3.3f, 10, 17.7f, 1000, 1e10f};
        float[] w = new float[gradient.length];
        float[][] slots = new float[optimizer.slots()][w.length];
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
    void leavesTheGradientAsItIs(String text) {
        Optimizer optimizer = Optimizer.of(text);
        float[] gradient = {0.5f, -2};
        optimizer.update(new float[2], gradient, new float[optimizer.slots()][2], 0);
        assertThat(gradient).containsExactly(0.5f, -2);
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

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            sgd(0)                  | sgd needs a positive learning_rate. Received: 0.0.
            sgd(-1)                 | sgd needs a positive learning_rate. Received: -1.0.
            sgd(NaN)                | sgd needs a positive learning_rate. Received: NaN.
            sgd(0.1, momentum=1)    | sgd needs a momentum in [0, 1). Received: 1.0.
            adam(beta_2=1)          | adam needs a beta_2 in [0, 1). Received: 1.0.
            adam(epsilon=0)         | adam needs a positive epsilon. Received: 0.0.
            adamw(weight_decay=-1)  | adamw needs a weight_decay of at least 0. Received: -1.0.
            rmsprop(rho=-0.1)       | rmsprop needs a rho in [0, 1). Received: -0.1.
            """)
    void refusesFieldsItCannotHave(String text, String message) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Optimizer.of(text))
                .withMessage(message);
    }
}
