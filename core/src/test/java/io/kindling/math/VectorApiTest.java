package io.kindling.math;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import io.kindling.random.RandomKey;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Loops in vectors give the bits of those without; the tests run in a JVM that has the Vector API. */
class VectorApiTest {
    private static final int START = 5;

    private final Loops plain = new PlainLoops();
    private final Loops vectors = Loops.BEST;

    @BeforeEach
    void processorHasVectors() {
        assumeFalse(vectors instanceof PlainLoops, "This processor has no vectors of eight floats");
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 7, 8, 9, 15, 16, 17, 31, 32, 33, 63, 64, 65, 100, 1001})
    void reductionsOfRows(int columns) {
        float[] values = numbers(1, columns, 3);
        assertThat(vectors.sum(values, START, columns)).isEqualTo(plain.sum(values, START, columns));
        assertThat(vectors.largest(values, START, columns)).isEqualTo(plain.largest(values, START, columns));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 16, 33, 100})
    void theLargestPassesOverWhatIsNoNumber(int columns) {
        for (int at = 0; at < columns; at++) {
            float[] values = numbers(3, columns, 3);
            values[START + at] = Float.NaN;
            values[START + (at + 1) % columns] = Float.NEGATIVE_INFINITY;
            assertThat(vectors.largest(values, START, columns)).isEqualTo(plain.largest(values, START, columns));
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 16, 33, 48, 1_001})
    void sumsOfTwoRows(int columns) {
        float[] source = numbers(15, columns, 3);
        float[] expected = numbers(16, columns + 2, 3);
        float[] actual = expected.clone();
        plain.add(source, START, expected, START + 1, columns);
        vectors.add(source, START, actual, START + 1, columns);
        assertThat(actual).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 16, 33, 10_001})
    void exponentialsMatchThePlainLoops(int columns) {
        float[] x = numbers(4, columns, 120);
        if (columns > 1) {
            x[START] = Float.NaN;
            x[START + columns - 1] = Float.NEGATIVE_INFINITY;
        }
        float[] expected = new float[x.length];
        float[] actual = new float[x.length];
        plain.exponentials(x, 60f, expected, START, columns);
        vectors.exponentials(x, 60f, actual, START, columns);
        Float sum = plain.sum(expected, START, columns);
        assertThat((Float) vectors.sum(actual, START, columns)).isEqualTo(sum);
        assertThat(actual).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 16, 33, 10_001})
    void differencesOfExponentials(int columns) {
        float[] x = numbers(5, columns, 80);
        float[] from = numbers(6, columns, 3);
        float[] expected = from.clone();
        float[] actual = from.clone();
        plain.subtractExponentials(x, 0.7f, expected, expected, START, columns);
        vectors.subtractExponentials(x, 0.7f, actual, actual, START, columns);
        assertThat(actual).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 8, 16, 33, 1_001})
    void gradientOfSoftmax(int columns) {
        float[] y = numbers(9, columns, 1);
        float[] expected = numbers(10, columns, 3);
        float[] actual = expected.clone();
        plain.softmaxGradient(y, expected, expected, START, columns);
        vectors.softmaxGradient(y, actual, actual, START, columns);
        assertThat(actual).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 16, 33, 5_001})
    void gatesMatchThePlainLoops(int columns) {
        float[] x = numbers(7, 2 * columns, 20);
        float[] dy = numbers(8, columns, 3);
        int gates = START + columns;
        float[] expected = new float[dy.length];
        float[] actual = new float[dy.length];
        plain.gate(x, START, gates, expected, 1, columns);
        vectors.gate(x, START, gates, actual, 1, columns);
        assertThat(actual).isEqualTo(expected);
        float[] expectedGradient = new float[x.length];
        float[] actualGradient = new float[x.length];
        plain.gateGradient(x, START, gates, dy, START, expectedGradient, columns);
        vectors.gateGradient(x, START, gates, dy, START, actualGradient, columns);
        assertThat(actualGradient).isEqualTo(expectedGradient);
    }

    /** Larger ones stand before the row and after it. */
    private static float[] numbers(long seed, int columns, float range) {
        RandomKey key = RandomKey.of(seed);
        float[] values = new float[columns + 2 * START];
        for (int i = 0; i < values.length; i++) {
            values[i] = i < START || i >= START + columns ? 1e6f : range * (2 * key.uniformAt(i) - 1);
        }
        return values;
    }
}
