package io.kindling.engine;

import io.kindling.layers.Tensor;
import io.kindling.regularizers.Regularizer;
import java.util.Arrays;

/**
 * The penalty on what an operation gives. Like the loss it is a mean over the examples of the mini-batch, as in Keras 3.
 */
final class OutputPenalty {
    private final Regularizer regularizer;
    private final int outputSize;
    private final float[] derivative;

    /**
     * Makes room.
     *
     * @param outputSize the values in the output for one example
     */
    OutputPenalty(Regularizer regularizer, int outputSize, int batchSize) {
        this.regularizer = regularizer;
        this.outputSize = outputSize;
        this.derivative = new float[Math.multiplyExact(batchSize, outputSize)];
    }

    /** The sum of the penalties of the examples. */
    double of(Tensor y) {
        return regularizer.penalty(y.values(), 0, y.rows() * outputSize);
    }

    /** Adds the gradient to that of the output. */
    void addGradient(Tensor y, float[] dy) {
        int values = y.rows() * outputSize;
        Arrays.fill(derivative, 0, values, 0f);
        regularizer.addGradient(y.values(), derivative, 0, values);
        float scale = 1f / y.rows();
        for (int i = 0; i < values; i++) {
            dy[i] += scale * derivative[i];
        }
    }
}
