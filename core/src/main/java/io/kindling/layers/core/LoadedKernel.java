package io.kindling.layers.core;

import io.kindling.layers.WeightSlice;
import io.kindling.linalg.NativeMatrix;

/** A kernel in native memory, loaded again whenever the weights have changed. */
public final class LoadedKernel implements AutoCloseable {
    private final WeightSlice kernel;
    private final NativeMatrix matrix;
    private long version = -1;

    /** Of so many rows and columns, whatever axes the weight has. */
    public LoadedKernel(WeightSlice kernel, int rows, int columns) {
        this.kernel = kernel;
        this.matrix = new NativeMatrix(rows, columns);
    }

    /** The kernel as it is now. */
    public NativeMatrix current() {
        if (version != kernel.vector().version()) {
            matrix.write(kernel.values(), kernel.offset(), kernel.size());
            version = kernel.vector().version();
        }
        return matrix;
    }

    @Override
    public void close() {
        matrix.close();
    }
}
