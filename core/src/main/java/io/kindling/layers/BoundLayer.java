package io.kindling.layers;

import java.util.List;

/**
 * A layer with its buffers, ready to run.
 *
 * <p>The arrays it gives are its own and hold until its next call; a layer that changes nothing may hand on what it was
 * given. {@code gradients} may overwrite the gradient it is given, and writes the gradients of its weights into their
 * slices.
 */
public interface BoundLayer extends AutoCloseable {

    /** Computes the output; the inputs are left as they are, unless the binding says that they need not be. */
    Tensor forward(List<Tensor> inputs, ForwardPass pass);

    /**
     * Computes the gradients that belong to the last forward pass.
     *
     * @param dy the derivative of the loss by this layer's output
     * @return the derivative by each input, each an array of its own; what stands for an input whose gradient the binding
     *     did not ask for is not looked at
     */
    List<float[]> gradients(float[] dy, int rows);

    /** Frees native memory. */
    @Override
    default void close() {}
}
