package io.kindling.layers;

import io.kindling.linalg.SparseRows;

/**
 * A layer with its buffers, ready to run. Arrays are row-major, one example after the other.
 *
 * <p>The arrays it returns are its own and hold until its next call; a layer that changes nothing may hand on what it
 * was given. {@code backward} may overwrite the gradient it is given, and writes the gradients of its weights into
 * their slices.
 */
public interface BoundLayer extends AutoCloseable {

    /** Computes the output of the first {@code rows} examples in {@code x}, which is left as it is. */
    float[] forward(float[] x, int rows, ForwardPass pass);

    /**
     * The same for an input of which only what is not zero is given, for layers that make use of that.
     *
     * @param x one row per example; not changed until the gradients are computed
     * @return null if all numbers have to be written out
     */
    default float[] forward(SparseRows x, ForwardPass pass) {
        return null;
    }

    /** Whether every pass only hands on what it is given. */
    default boolean isPassThrough() {
        return false;
    }

    /**
     * Which steps of the output of the last forward pass count, given those of its input; only called for a layer that
     * {@linkplain Layer#supportsMasking supports masking}.
     *
     * @param input null for all
     * @return null for all
     */
    default StepMask outputMask(StepMask input, int rows) {
        return input;
    }

    /**
     * Computes the gradients that belong to the last forward pass.
     *
     * @param dy the derivative of the loss by this layer's output
     * @return the derivative by its input; null if the binding asked for none
     */
    float[] backward(float[] dy, int rows);

    /** Frees native memory. */
    @Override
    default void close() {}
}
