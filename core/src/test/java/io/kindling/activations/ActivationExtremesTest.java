package io.kindling.activations;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** No activation fails at numbers that are very large, very small or none. */
class ActivationExtremesTest {
    private static final float[] EXTREMES = {
        1e4f,
        -1e4f,
        100f,
        -100f,
        89f,
        -89f,
        0f,
        -0f,
        Float.MIN_VALUE,
        -Float.MIN_VALUE,
        Float.MIN_NORMAL,
        -Float.MIN_NORMAL,
        1e-40f,
        -1e-40f
    };

    @ParameterizedTest
    @MethodSource("io.kindling.activations.ActivationTexts#all")
    void isFiniteAtExtremesOneByOne(String text) {
        for (float extreme : EXTREMES) {
            assertFinite(text, new float[] {extreme, extreme}, 1, 2);
        }
    }

    @ParameterizedTest
    @MethodSource("io.kindling.activations.ActivationTexts#all")
    void isFiniteAtExtremesTogether(String text) {
        assertFinite(text, EXTREMES.clone(), 1, EXTREMES.length);
    }

    @ParameterizedTest
    @MethodSource("io.kindling.activations.ActivationTexts#all")
    void doesNotHideNaN(String text) {
        float[] x = {Float.NaN, 1f, Float.NaN, 2f};
        float[] y = new float[4];
        Activation activation = Activation.of(text);
        activation.forward(x, y, 2, 2);
        assertThat(y[0]).isNaN();
        assertThat(y[activation.outputColumns(2)]).isNaN();
    }

    /** A function that dies out must not come back as its factor x grows. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "sigmoid",
                "silu",
                "gelu",
                "gelu(True)",
                "softplus",
                "relu",
                "relu6",
                "mish",
                "exponential",
                "hard_sigmoid",
                "hard_silu",
                "sparse_plus",
                "sparse_sigmoid"
            })
    void isZeroFarToTheLeft(String text) {
        float[] x = {-30f, -100f, -1e4f};
        float[] y = new float[3];
        float[] dx = new float[3];
        Activation.of(text).forward(x, y, 3, 1);
        Activation.of(text).backward(x, y, new float[] {1, 1, 1}, dx, 3, 1);
        for (int i = 0; i < 3; i++) {
            assertThat(Math.abs(y[i])).as("f(%s)", x[i]).isLessThan(1e-5f);
            assertThat(Math.abs(dx[i])).as("f'(%s)", x[i]).isLessThan(1e-5f);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "linear",
                "relu",
                "leaky_relu",
                "elu",
                "celu",
                "silu",
                "gelu",
                "gelu(True)",
                "softplus",
                "mish",
                "hard_silu",
                "hard_shrink",
                "threshold(0.5, -1)",
                "sparse_plus"
            })
    void isIdentityFarToTheRight(String text) {
        float[] x = {30f, 100f, 1e4f};
        float[] y = new float[3];
        float[] dx = new float[3];
        Activation.of(text).forward(x, y, 3, 1);
        Activation.of(text).backward(x, y, new float[] {1, 1, 1}, dx, 3, 1);
        for (int i = 0; i < 3; i++) {
            assertThat(Math.abs(y[i] / x[i] - 1)).as("f(%s) / x", x[i]).isLessThan(1e-6f);
            assertThat(Math.abs(dx[i] - 1)).as("f'(%s)", x[i]).isLessThan(1e-5f);
        }
    }

    private static void assertFinite(String text, float[] x, int rows, int columns) {
        Activation activation = Activation.of(text);
        float[] y = new float[rows * activation.outputColumns(columns)];
        float[] dy = new float[y.length];
        Arrays.fill(dy, 1.5f);
        float[] dx = new float[x.length];
        activation.forward(x, y, rows, columns);
        activation.backward(x, y, dy, dx, rows, columns);
        for (float value : y) {
            assertThat(Float.isFinite(value))
                    .as("%s among f(%s)", value, Arrays.toString(x))
                    .isTrue();
        }
        for (int i = 0; i < x.length; i++) {
            assertThat(Float.isFinite(dx[i])).as("f'(%s) = %s", x[i], dx[i]).isTrue();
        }
    }
}
