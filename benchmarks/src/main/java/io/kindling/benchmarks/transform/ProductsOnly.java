package io.kindling.benchmarks.transform;

import io.kindling.linalg.MatrixProduct;
import io.kindling.linalg.NativeMatrix;
import io.kindling.linalg.NativeRuntime;
import java.util.Arrays;
import java.util.stream.IntStream;
import org.apache.spark.TaskContext;
import org.apache.spark.api.java.JavaSparkContext;

/** The matrix products of applying a network of dense layers, in as many tasks as run at a time, and nothing else. */
final class ProductsOnly {
    /** Rows at a time, as a model takes them. */
    private static final int BATCH = 256;

    private ProductsOnly() {}

    /**
     * Multiplies.
     *
     * @param layers the size of every layer, the input's first
     */
    static void run(JavaSparkContext context, long rows, int... layers) {
        int tasks = context.defaultParallelism();
        long share = (rows + tasks - 1) / tasks;
        context.parallelize(IntStream.range(0, tasks).boxed().toList(), tasks).foreach(task -> multiply(share, layers));
    }

    private static void multiply(long rows, int... layers) {
        NativeRuntime.useThreads(TaskContext.get().cpus());
        for (int i = 1; i < layers.length; i++) {
            try (NativeMatrix input = filled(BATCH, layers[i - 1]);
                    NativeMatrix kernel = filled(layers[i - 1], layers[i]);
                    NativeMatrix output = filled(BATCH, layers[i])) {
                for (long row = 0; row < rows; row += BATCH) {
                    MatrixProduct.multiply(input, kernel, output, (int) Math.min(BATCH, rows - row));
                }
            }
        }
    }

    private static NativeMatrix filled(int rows, int columns) {
        NativeMatrix matrix = new NativeMatrix(rows, columns);
        float[] values = new float[rows * columns];
        Arrays.fill(values, 0.5f);
        matrix.write(values, 0, values.length);
        return matrix;
    }
}
