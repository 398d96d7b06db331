package io.kindling.linalg;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import io.kindling.random.RandomKey;
import java.util.Arrays;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/** The three products are those of the textbook's loops, and shapes that do not fit never reach native memory. */
class MatrixProductTest {
    private static final float UNTOUCHED = 77f;

    @Property(seed = "20260101")
    void matchesTheDefinition(
            @ForAll @IntRange(min = 1, max = 40) int rows,
            @ForAll @IntRange(min = 1, max = 40) int k,
            @ForAll @IntRange(min = 1, max = 40) int n,
            @ForAll @IntRange(max = 3) int spare) {
        float[] a = random(rows * k, 1);
        float[] b = random(k * n, 2);
        double[] expected = new double[rows * n];
        for (int i = 0; i < rows; i++) {
            for (int j = 0; j < n; j++) {
                for (int inner = 0; inner < k; inner++) {
                    expected[i * n + j] += (double) a[i * k + inner] * b[inner * n + j];
                }
            }
        }
        try (NativeMatrix left = filled(a, rows + spare, k);
                NativeMatrix right = filled(b, k, n);
                NativeMatrix product = filled(new float[0], rows + spare, n)) {
            MatrixProduct.multiply(left, right, product, rows);
            assertProduct(product, expected);
        }
    }

    @Property(seed = "20260101")
    void multipliesTransposedLeft(
            @ForAll @IntRange(min = 1, max = 40) int rows,
            @ForAll @IntRange(min = 1, max = 40) int k,
            @ForAll @IntRange(min = 1, max = 40) int n,
            @ForAll @IntRange(max = 3) int spare) {
        float[] a = random(rows * k, 1);
        float[] b = random(rows * n, 2);
        double[] expected = new double[k * n];
        for (int row = 0; row < rows; row++) {
            for (int i = 0; i < k; i++) {
                for (int j = 0; j < n; j++) {
                    expected[i * n + j] += (double) a[row * k + i] * b[row * n + j];
                }
            }
        }
        try (NativeMatrix left = filled(a, rows + spare, k);
                NativeMatrix right = filled(b, rows + spare, n);
                NativeMatrix product = filled(new float[0], k, n)) {
            MatrixProduct.multiplyTransposedLeft(left, right, product, rows);
            assertProduct(product, expected);
        }
    }

    /** Also of one row on the left, which is a call of its own. */
    @Property(seed = "20260101")
    void addsToWhatIsThere(
            @ForAll @IntRange(min = 1, max = 40) int rows,
            @ForAll @IntRange(min = 1, max = 4) int k,
            @ForAll @IntRange(min = 1, max = 40) int n) {
        try (NativeMatrix left = filled(random(rows * k, 1), rows + 1, k);
                NativeMatrix right = filled(random(k * n, 2), k, n);
                NativeMatrix product = filled(new float[0], rows, n)) {
            addTwice(
                    product,
                    () -> MatrixProduct.multiply(left, right, product, rows),
                    () -> MatrixProduct.addProduct(left, right, product, rows));
        }
        try (NativeMatrix left = filled(random(rows * k, 1), rows + 1, k);
                NativeMatrix right = filled(random(rows * n, 2), rows + 1, n);
                NativeMatrix product = filled(new float[0], k, n)) {
            addTwice(
                    product,
                    () -> MatrixProduct.multiplyTransposedLeft(left, right, product, rows),
                    () -> MatrixProduct.addProductTransposedLeft(left, right, product, rows));
        }
    }

    private static void addTwice(NativeMatrix product, Runnable multiply, Runnable add) {
        multiply.run();
        float[] once = new float[product.rows() * product.columns()];
        product.read(once, 0, once.length);
        add.run();
        add.run();
        float[] thrice = new float[once.length];
        product.read(thrice, 0, once.length);
        for (int i = 0; i < once.length; i++) {
            assertThat(thrice[i]).isCloseTo(3 * once[i], within(1e-5f));
        }
    }

    @Property(seed = "20260101")
    void multipliesTransposedRight(
            @ForAll @IntRange(min = 1, max = 40) int rows,
            @ForAll @IntRange(min = 1, max = 40) int k,
            @ForAll @IntRange(min = 1, max = 40) int n,
            @ForAll @IntRange(max = 3) int spare) {
        float[] a = random(rows * n, 1);
        float[] b = random(k * n, 2);
        double[] expected = new double[rows * k];
        for (int row = 0; row < rows; row++) {
            for (int i = 0; i < k; i++) {
                for (int inner = 0; inner < n; inner++) {
                    expected[row * k + i] += (double) a[row * n + inner] * b[i * n + inner];
                }
            }
        }
        try (NativeMatrix left = filled(a, rows + spare, n);
                NativeMatrix right = filled(b, k, n);
                NativeMatrix product = filled(new float[0], rows + spare, k)) {
            MatrixProduct.multiplyTransposedRight(left, right, product, rows);
            assertProduct(product, expected);
        }
    }

    /** Sizes of (rows, columns) of a, b and c, and the rows in use, of which one is wrong in turn. */
    @Example
    void refusesShapesThatDoNotFit() {
        int[][] wrong = {
            {2, 3, 4, 5, 2, 5, 2},
            {2, 3, 3, 5, 2, 4, 2},
            {2, 3, 3, 5, 1, 5, 2},
            {2, 3, 3, 5, 2, 5, 3},
            {2, 3, 3, 5, 2, 5, -1}
        };
        for (int[] sizes : wrong) {
            try (NativeMatrix a = new NativeMatrix(sizes[0], sizes[1]);
                    NativeMatrix b = new NativeMatrix(sizes[2], sizes[3]);
                    NativeMatrix c = new NativeMatrix(sizes[4], sizes[5])) {
                assertThatIllegalArgumentException()
                        .as(Arrays.toString(sizes))
                        .isThrownBy(() -> MatrixProduct.multiply(a, b, c, sizes[6]));
            }
        }
    }

    @Example
    void transposedFormsRefuseThemToo() {
        try (NativeMatrix a = new NativeMatrix(4, 3);
                NativeMatrix b = new NativeMatrix(4, 5);
                NativeMatrix c = new NativeMatrix(3, 5);
                NativeMatrix other = new NativeMatrix(5, 3)) {
            assertThatIllegalArgumentException().isThrownBy(() -> MatrixProduct.multiplyTransposedLeft(a, b, other, 4));
            assertThatIllegalArgumentException().isThrownBy(() -> MatrixProduct.multiplyTransposedLeft(a, b, c, 5));
            assertThatIllegalArgumentException().isThrownBy(() -> MatrixProduct.multiplyTransposedRight(a, b, c, 4));
            assertThatIllegalArgumentException().isThrownBy(() -> MatrixProduct.multiplyTransposedRight(b, c, a, 5));
        }
    }

    private static void assertProduct(NativeMatrix product, double[] expected) {
        float[] actual = new float[product.rows() * product.columns()];
        product.read(actual, 0, actual.length);
        for (int i = 0; i < expected.length; i++) {
            // Numbers up to 1, at most 40 of them, each product rounded once.
            assertThat(Math.abs(actual[i] - expected[i])).as("value %d", i).isLessThan(1e-5);
        }
        for (int i = expected.length; i < actual.length; i++) {
            assertThat(actual[i]).as("value %d, in a row not in use", i).isEqualTo(UNTOUCHED);
        }
    }

    private static NativeMatrix filled(float[] values, int rows, int columns) {
        float[] all = new float[rows * columns];
        Arrays.fill(all, UNTOUCHED);
        System.arraycopy(values, 0, all, 0, values.length);
        NativeMatrix matrix = new NativeMatrix(rows, columns);
        matrix.write(all, 0, all.length);
        return matrix;
    }

    static float[] random(int count, int seed) {
        float[] values = new float[count];
        for (int i = 0; i < count; i++) {
            values[i] = 2 * RandomKey.of(seed).uniformAt(i) - 1;
        }
        return values;
    }
}
