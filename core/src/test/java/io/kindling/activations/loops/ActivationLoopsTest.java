package io.kindling.activations.loops;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import io.kindling.activations.LogSigmoid;
import io.kindling.activations.Softplus;
import io.kindling.random.RandomKey;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Loops in vectors give the bits of those without; the tests run in a JVM that has the Vector API. */
class ActivationLoopsTest {
    private final ActivationLoops plain = new PlainActivationLoops();
    private final ActivationLoops vectors = ActivationLoops.BEST;

    @BeforeEach
    void processorHasVectors() {
        assumeFalse(vectors instanceof PlainActivationLoops, "This processor has no vectors of eight floats");
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 16, 33, 5_001})
    void piecesHaveTheBitsOfPlainLoops(int n) {
        float[] x = numbers(11, n, 8);
        float noNumber = Float.intBitsToFloat(-1);
        float[] special = {
            0f, -0f, 3f, -3f, 6f, -0.5f, Float.NaN, noNumber, Float.POSITIVE_INFINITY, Float.NEGATIVE_INFINITY
        };
        System.arraycopy(special, 0, x, 0, Math.min(n, special.length));
        float[] dy = numbers(12, n, 3);
        float[] expected = new float[x.length];
        float[] actual = new float[x.length];
        plain.limit(x, 3f, expected, 0, n);
        vectors.limit(x, 3f, actual, 0, n);
        assertThat(actual).isEqualTo(expected);
        plain.rectify(x, 6f, expected, 0, n);
        vectors.rectify(x, 6f, actual, 0, n);
        assertThat(actual).isEqualTo(expected);
        plain.hardSigmoid(x, expected, 0, n);
        vectors.hardSigmoid(x, actual, 0, n);
        assertThat(actual).isEqualTo(expected);
        plain.softShrink(x, 0.5f, expected, 0, n);
        vectors.softShrink(x, 0.5f, actual, 0, n);
        assertThat(actual).isEqualTo(expected);
        plain.shrink(x, 0.5f, expected, 0, n);
        vectors.shrink(x, 0.5f, actual, 0, n);
        assertThat(actual).isEqualTo(expected);
        plain.threshold(x, -0.5f, -0f, expected, 0, n);
        vectors.threshold(x, -0.5f, -0f, actual, 0, n);
        assertThat(actual).isEqualTo(expected);
        plain.hardSiluGradient(x, dy, expected, 0, n);
        vectors.hardSiluGradient(x, dy, actual, 0, n);
        assertThat(actual).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 16, 33, 5_001})
    void logarithmsOfSigmoidHaveTheBitsOfPlainLoops(int n) {
        float[] x = numbers(13, n, 30);
        float inf = Float.POSITIVE_INFINITY;
        float[] special = {0f, -0f, Float.MIN_VALUE, -Float.MIN_VALUE, 1e4f, -1e4f, Float.NaN, inf, -inf};
        System.arraycopy(special, 0, x, 0, Math.min(n, special.length));
        float[] dy = numbers(14, n, 3);
        float[] y = new float[x.length];
        new LogSigmoid().forward(x, y, n);
        float[] expected = new float[x.length];
        float[] actual = new float[x.length];
        plain.logSigmoidGradient(y, dy, expected, 0, n);
        vectors.logSigmoidGradient(y, dy, actual, 0, n);
        assertThat(actual).isEqualTo(expected);
        new Softplus().forward(x, y, n);
        plain.softplusGradient(y, dy, expected, 0, n);
        vectors.softplusGradient(y, dy, actual, 0, n);
        assertThat(actual).isEqualTo(expected);
    }

    private static float[] numbers(long seed, int n, float range) {
        RandomKey key = RandomKey.of(seed);
        float[] values = new float[n];
        for (int i = 0; i < n; i++) {
            values[i] = range * (2 * key.uniformAt(i) - 1);
        }
        return values;
    }
}
