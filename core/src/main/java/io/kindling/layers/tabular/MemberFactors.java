package io.kindling.layers.tabular;

import io.kindling.layers.WeightSlice;
import java.util.Arrays;

/**
 * Factors for each member that the numbers of every example are multiplied by.
 *
 * @param weight the factors
 * @param size how many there are of all members
 */
record MemberFactors(WeightSlice weight, int size) {

    /** {@code y = x ∘ factors}; both may be one array. */
    void multiply(float[] x, float[] y, int examples) {
        for (int example = 0; example < examples; example++) {
            multiply(x, weight.values(), weight.offset(), y, example * size, size);
        }
    }

    private static void multiply(float[] x, float[] factors, int offset, float[] y, int start, int count) {
        for (int i = 0; i < count; i++) {
            y[start + i] = x[start + i] * factors[offset + i];
        }
    }

    /** Writes the gradient of the factors, the sum of {@code x ∘ dy} over the examples. */
    void writeGradient(float[] x, float[] dy, int examples) {
        Arrays.fill(weight.gradient(), weight.offset(), weight.offset() + size, 0f);
        for (int example = 0; example < examples; example++) {
            addProduct(x, dy, example * size, weight.gradient(), weight.offset(), size);
        }
    }

    private static void addProduct(float[] x, float[] dy, int start, float[] sums, int offset, int count) {
        for (int i = 0; i < count; i++) {
            sums[offset + i] += x[start + i] * dy[start + i];
        }
    }
}
