package io.kindling.layers;

import java.util.List;

/** The running form of a {@link UnaryLayer}. */
public interface BoundUnaryLayer extends BoundLayer {

    /** Computes the output of {@code x}. */
    Tensor forward(Tensor x, ForwardPass pass);

    /**
     * Computes the gradients that belong to the last forward pass.
     *
     * @param dy the derivative of the loss by this layer's output
     * @return the derivative by its input; not looked at if the binding did not ask for it
     */
    float[] backward(float[] dy, int rows);

    @Override
    default Tensor forward(List<Tensor> inputs, ForwardPass pass) {
        return forward(inputs.get(0), pass);
    }

    @Override
    default List<float[]> gradients(float[] dy, int rows) {
        return List.of(backward(dy, rows));
    }
}
