package io.kindling.linalg;

import static io.kindling.linalg.MatrixProductTest.random;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.kindling.random.RandomKey;
import java.util.Arrays;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/**
 * Products with sparse rows and their transpose are those of the textbook's loops, also when used again, and have the same
 * bits with the Vector API as without.
 */
class SparseRowsTest {
    private static final int SPARSITY = 4;

    @Property(seed = "20260101")
    void multiplyLikeDenseRows(
            @ForAll @IntRange(min = 1, max = 20) int rows,
            @ForAll @IntRange(min = 1, max = 60) int width,
            @ForAll @IntRange(min = 1, max = 40) int units,
            @ForAll @IntRange(max = 100) int percent) {
        SparseRows sparse = new SparseRows(rows + 1, width);
        SparseRows transposed = new SparseRows(width, rows + 1);
        SparseProduct product = SparseProduct.create();
        sparse.take(sparse(rows + 1, width, 60, 7), rows + 1, 1);
        multiply(product, sparse, random(width * units, 8), units);
        float[] x = sparse(rows, width, percent, 1);
        assertThat(sparse.take(x, rows, 1)).isTrue();
        float[] kernel = random(width * units, 2);
        float[] y = multiply(product, sparse, kernel, units);
        assertProduct(y, x, rows, width, kernel, units);
        assertThat(multiply(new PlainSparseProduct(), sparse, kernel, units)).isEqualTo(y);

        sparse.transposeTo(transposed);
        float[] upstream = random(rows * units, 3);
        float[] gradient = multiply(SparseProduct.create(), transposed, upstream, units);
        assertProduct(gradient, transpose(x, rows, width), width, rows, upstream, units);
        assertThat(multiply(new PlainSparseProduct(), transposed, upstream, units))
                .isEqualTo(gradient);
    }

    private static float[] multiply(SparseProduct product, SparseRows left, float[] right, int units) {
        float[] shifted = new float[right.length + 3];
        System.arraycopy(right, 0, shifted, 3, right.length);
        float[] result = new float[left.rows() * units + 2];
        product.multiply(left, shifted, 3, units, random(units + 1, 4), 1, result, 2);
        assertThat(result[0]).isZero();
        assertThat(result[1]).isZero();
        return Arrays.copyOfRange(result, 2, result.length);
    }

    private static void assertProduct(float[] product, float[] left, int rows, int width, float[] right, int units) {
        float[] initial = random(units + 1, 4);
        for (int row = 0; row < rows; row++) {
            for (int unit = 0; unit < units; unit++) {
                double expected = initial[unit + 1];
                for (int k = 0; k < width; k++) {
                    expected += (double) left[row * width + k] * right[k * units + unit];
                }
                assertThat((double) product[row * units + unit]).isEqualTo(expected, within(1e-4));
            }
        }
    }

    @Property(seed = "20260101")
    void keepsNoMoreThanItsShare(
            @ForAll @IntRange(min = 1, max = 40) int rows,
            @ForAll @IntRange(min = 1, max = 60) int width,
            @ForAll @IntRange(max = 60) int percent) {
        float[] x = sparse(rows, width, percent, 5);
        long kept = count(x);
        boolean few = kept * SPARSITY <= (long) rows * width;
        SparseRows sparse = new SparseRows(rows, width);
        boolean keeps = sparse.take(x, rows, SPARSITY);
        // It may give up early where those of the first rows are too many, but never keeps more.
        assertThat(keeps && !few).isFalse();
        sparse.take(x, rows, 1);
        assertThat(sparse.isSparse(SPARSITY)).isEqualTo(keeps);
        float[] written = random(rows * width + 1, 9);
        sparse.writeTo(written);
        assertThat(Arrays.copyOf(written, x.length)).isEqualTo(x);
    }

    /** Rows alike, a little below and a little above the share. */
    @Example
    void keepsWhatIsEvenlySparse() {
        SparseRows sparse = new SparseRows(64, 100);
        assertThat(sparse.take(everyRow(64, 100, 25), 64, SPARSITY)).isTrue();
        assertThat(sparse.take(everyRow(64, 100, 26), 64, SPARSITY)).isFalse();
        assertThat(sparse.take(everyRow(64, 100, 25), 10, SPARSITY)).isTrue();
    }

    @Example
    void whatIsNoNumberIsNotZero() {
        float[] x = new float[16];
        x[5] = Float.NaN;
        x[9] = Float.NEGATIVE_INFINITY;
        x[10] = Float.POSITIVE_INFINITY;
        x[15] = -0f;
        SparseRows sparse = new SparseRows(1, 16);
        assertThat(sparse.take(x, 1, SPARSITY)).isTrue();
        assertThat(Arrays.copyOf(sparse.columns, 3)).containsExactly(5, 9, 10);
        assertThat(sparse.starts).containsExactly(0, 3);
    }

    @Example
    void appendsRows() {
        SparseRows sparse = new SparseRows(3, 5);
        sparse.append(new int[] {9, 1, 4}, new float[] {9, 2, 3}, 1, 2, 0);
        sparse.append(new int[0], new float[0], 0, 0, 0);
        sparse.append(new int[] {0}, new float[] {7}, 0, 1, 0);
        float[] written = new float[15];
        sparse.writeTo(written);
        assertThat(written).containsExactly(0, 2, 0, 0, 3, 0, 0, 0, 0, 0, 7, 0, 0, 0, 0);
        sparse.clear();
        sparse.append(new int[] {2}, new float[] {5}, 0, 1, 0);
        assertThat(sparse.rows()).isEqualTo(1);
        sparse.writeTo(written);
        assertThat(written).startsWith(0, 0, 5, 0, 0, 0);
    }

    private static float[] everyRow(int rows, int width, int first) {
        float[] x = new float[rows * width];
        for (int row = 0; row < rows; row++) {
            Arrays.fill(x, row * width, row * width + first, 1f);
        }
        return x;
    }

    private static long count(float[] x) {
        long count = 0;
        for (float value : x) {
            count += value != 0 ? 1 : 0;
        }
        return count;
    }

    private static float[] transpose(float[] x, int rows, int width) {
        float[] transposed = new float[x.length];
        for (int row = 0; row < rows; row++) {
            for (int column = 0; column < width; column++) {
                transposed[column * rows + row] = x[row * width + column];
            }
        }
        return transposed;
    }

    private static float[] sparse(int rows, int width, int percent, int seed) {
        float[] values = random(rows * width, seed);
        RandomKey key = RandomKey.of(seed).with(1);
        for (int i = 0; i < values.length; i++) {
            values[i] = key.uniformAt(i) * 100 < percent ? values[i] : 0f;
        }
        return values;
    }
}
