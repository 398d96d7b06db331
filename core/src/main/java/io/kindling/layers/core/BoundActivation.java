package io.kindling.layers.core;

import io.kindling.activations.Activation;
import io.kindling.layers.BoundLayer;
import io.kindling.layers.ForwardPass;
import io.kindling.layers.LayerBinding;

/** The running form of a layer that is nothing but an activation. */
final class BoundActivation implements BoundLayer {
    private final Activation activation;
    private final int columns;
    private final int rowsPerExample;
    private final float[] y;
    /** Null where the gradient of the input fits into that of the output. */
    private final float[] dx;

    private float[] x;

    BoundActivation(Activation activation, LayerBinding binding) {
        this.activation = activation;
        this.columns = binding.inputShape().last();
        this.rowsPerExample = binding.inputShape().size() / columns;
        int rows = binding.batchSize() * rowsPerExample;
        int outputColumns = activation.outputColumns(columns);
        this.y = new float[rows * outputColumns];
        this.dx = outputColumns == columns ? null : new float[rows * columns];
    }

    @Override
    public float[] forward(float[] input, int rows, ForwardPass pass) {
        x = input;
        activation.forward(x, y, rows * rowsPerExample, columns);
        return y;
    }

    @Override
    public float[] backward(float[] dy, int rows) {
        float[] target = dx == null ? dy : dx;
        activation.backward(x, y, dy, target, rows * rowsPerExample, columns);
        return target;
    }
}
