package io.kindling.benchmarks.steps;

import io.kindling.linalg.MatrixProduct;
import io.kindling.linalg.NativeMatrix;
import java.util.Arrays;

/** How many operations a second a large matrix product makes on one thread: what a training step can at best. */
final class ProductPeak {
    private static final int SIZE = 1024;
    private static final int TIMES = 10;

    private ProductPeak() {}

    /** The fastest of several. */
    static double operationsPerSecond() {
        try (NativeMatrix left = filled();
                NativeMatrix right = filled();
                NativeMatrix product = filled()) {
            long fastest = Long.MAX_VALUE;
            for (int i = 0; i < TIMES; i++) {
                long start = System.nanoTime();
                MatrixProduct.multiply(left, right, product, SIZE);
                fastest = Math.min(fastest, System.nanoTime() - start);
            }
            return 2.0 * SIZE * SIZE * SIZE / (fastest / 1e9);
        }
    }

    private static NativeMatrix filled() {
        NativeMatrix matrix = new NativeMatrix(SIZE, SIZE);
        float[] values = new float[SIZE * SIZE];
        Arrays.fill(values, 0.5f);
        matrix.write(values, 0, values.length);
        return matrix;
    }
}
