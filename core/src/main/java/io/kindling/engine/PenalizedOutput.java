package io.kindling.engine;

import io.kindling.layers.BoundLayer;
import io.kindling.layers.ForwardPass;
import io.kindling.layers.StepMask;
import io.kindling.linalg.SparseRows;
import io.kindling.regularizers.Regularizer;
import java.util.Arrays;

/**
 * A running layer with a penalty on its outputs. Like the loss it is a mean over the examples of the mini-batch, as in
 * Keras 3.
 */
final class PenalizedOutput implements BoundLayer {
    private final BoundLayer layer;
    private final Regularizer regularizer;
    private final int outputSize;
    private final float[] derivative;
    private float[] y;

    /**
     * Wraps a layer.
     *
     * @param outputSize the values in the output for one example
     */
    PenalizedOutput(BoundLayer layer, Regularizer regularizer, int outputSize, int batchSize) {
        this.layer = layer;
        this.regularizer = regularizer;
        this.outputSize = outputSize;
        this.derivative = new float[Math.multiplyExact(batchSize, outputSize)];
    }

    @Override
    public float[] forward(float[] x, int rows, ForwardPass pass) {
        y = layer.forward(x, rows, pass);
        return y;
    }

    @Override
    public float[] forward(SparseRows x, ForwardPass pass) {
        y = layer.forward(x, pass);
        return y;
    }

    @Override
    public StepMask outputMask(StepMask input, int rows) {
        return layer.outputMask(input, rows);
    }

    /** The sum of the penalties of the examples of the last forward pass. */
    double penalty(int rows) {
        return regularizer.penalty(y, 0, rows * outputSize);
    }

    @Override
    public float[] backward(float[] dy, int rows) {
        int values = rows * outputSize;
        Arrays.fill(derivative, 0, values, 0f);
        regularizer.addGradient(y, derivative, 0, values);
        float scale = 1f / rows;
        for (int i = 0; i < values; i++) {
            dy[i] += scale * derivative[i];
        }
        return layer.backward(dy, rows);
    }

    @Override
    public void close() {
        layer.close();
    }
}
