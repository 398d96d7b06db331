package io.kindling.layers.core;

import io.kindling.activations.Activation;
import io.kindling.layers.BoundUnaryLayer;
import io.kindling.layers.ForwardPass;
import io.kindling.layers.LayerBinding;
import io.kindling.layers.Tensor;

/** The running form of a layer that is nothing but an activation. */
final class BoundActivation implements BoundUnaryLayer {
    private final Activation activation;
    private final int columns;
    private final int rowsPerExample;
    /** Whether the output takes the place of the input. */
    private final boolean inPlace;

    /** Whether the gradient of the input fits into that of the output. */
    private final boolean sameColumns;

    private final float[] own;
    private final float[] dx;

    private float[] x = {};
    private float[] y = {};

    BoundActivation(Activation activation, LayerBinding binding) {
        this.activation = activation;
        this.columns = binding.inputShape().last();
        this.rowsPerExample = binding.inputShape().size() / columns;
        this.inPlace = binding.inPlace() && activation.isInPlace();
        int rows = Math.multiplyExact(binding.batchSize(), rowsPerExample);
        int outputColumns = activation.outputColumns(columns);
        this.sameColumns = outputColumns == columns;
        this.own = new float[inPlace ? 0 : Math.multiplyExact(rows, outputColumns)];
        this.dx = new float[sameColumns || !binding.training() ? 0 : rows * columns];
    }

    @Override
    public Tensor forward(Tensor input, ForwardPass pass) {
        x = input.values();
        y = inPlace ? x : own;
        activation.forward(x, y, input.rows() * rowsPerExample, columns);
        return input.with(y);
    }

    @Override
    public float[] backward(float[] dy, int rows) {
        float[] target = sameColumns ? dy : dx;
        activation.backward(x, y, dy, target, rows * rowsPerExample, columns);
        return target;
    }
}
