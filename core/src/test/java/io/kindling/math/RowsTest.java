package io.kindling.math;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.kindling.random.RandomKey;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Functions of rows see every column of their row and none beside it. */
class RowsTest {
    private static final int START = 3;

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 7, 8, 9, 15, 16, 17, 100, 1001})
    void takesEveryColumnOnce(int columns) {
        float[] values = uniform(1, columns);
        double sum = 0;
        float largest = Float.NEGATIVE_INFINITY;
        for (int i = START; i < START + columns; i++) {
            sum += values[i];
            largest = Math.max(largest, values[i]);
        }
        assertThat((double) Rows.sum(values, START, columns)).isCloseTo(sum, within(1e-6 * columns));
        assertThat(Rows.largest(values, START, columns)).isEqualTo(largest);
    }

    @Test
    void findsTheLargestWhereverItIs() {
        for (int columns = 1; columns < 20; columns++) {
            for (int at = 0; at < columns; at++) {
                float[] values = uniform(3, columns);
                values[START + at] = 2f;
                assertThat(Rows.largest(values, START, columns)).isEqualTo(2f);
                values[START + (at + 1) % columns] = Float.NaN;
                assertThat(Rows.largest(values, START, columns)).isNotNaN();
            }
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 7, 8, 9, 100, 1001})
    void gradientOfSoftmaxSeesEveryColumnOnce(int columns) {
        float[] y = uniform(4, columns);
        float[] dy = uniform(5, columns);
        double dot = 0;
        for (int i = START; i < START + columns; i++) {
            dot += (double) dy[i] * y[i];
        }
        float[] dx = new float[y.length];
        Rows.softmaxGradient(y, dy, dx, START, columns);
        for (int i = 0; i < dx.length; i++) {
            double expected = i < START || i >= START + columns ? 0 : y[i] * (dy[i] - dot);
            assertThat((double) dx[i]).isCloseTo(expected, within(1e-6 * columns));
        }
    }

    @Test
    void writesOnlyItsRow() {
        float[] x = uniform(4, 37);
        float[] y = new float[x.length];
        Rows.exponentials(x, 1f, y, START, 37);
        Rows.scale(y, 2f, START, 37);
        for (int i = 0; i < y.length; i++) {
            boolean inside = i >= START && i < START + 37;
            assertThat(y[i]).isEqualTo(inside ? 2f * Exp.exp(x[i] - 1f) : 0f);
        }
    }

    /** Numbers in [0, 1), and beyond both ends of the row larger ones that nobody may read. */
    private static float[] uniform(long seed, int columns) {
        RandomKey key = RandomKey.of(seed);
        float[] values = new float[columns + 2 * START];
        for (int i = 0; i < values.length; i++) {
            values[i] = i < START || i >= START + columns ? 1e6f : key.uniformAt(i);
        }
        return values;
    }
}
