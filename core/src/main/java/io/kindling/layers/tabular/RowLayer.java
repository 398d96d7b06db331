package io.kindling.layers.tabular;

import io.kindling.layers.BoundUnaryLayer;
import io.kindling.layers.ForwardPass;
import io.kindling.layers.LayerBinding;
import io.kindling.layers.Tensor;

/** The running form of a layer without weights that makes a row of outputs of each row of features. */
abstract class RowLayer implements BoundUnaryLayer {
    private final int features;
    private final int outputs;
    private final int rowsPerExample;
    private final boolean inputGradient;
    private final float[] y;
    private final float[] dx;
    private float[] x = {};

    RowLayer(LayerBinding binding, int outputs) {
        this.features = binding.inputShape().last();
        this.outputs = outputs;
        this.rowsPerExample = binding.inputShape().size() / features;
        this.inputGradient = binding.asksInputGradient();
        int rows = Math.multiplyExact(binding.batchSize(), rowsPerExample);
        this.y = new float[Math.multiplyExact(rows, outputs)];
        this.dx = new float[inputGradient ? Math.multiplyExact(rows, features) : 0];
    }

    /** Writes all outputs of the row of features that begins at {@code from}. */
    abstract void forward(float[] x, int from, float[] y, int to);

    /** Writes the gradient of the row of features that begins at {@code from}. */
    abstract void backward(float[] x, int from, float[] dy, int to, float[] dx);

    @Override
    public final Tensor forward(Tensor input, ForwardPass pass) {
        x = input.values();
        int rows = input.rows() * rowsPerExample;
        for (int row = 0; row < rows; row++) {
            forward(x, row * features, y, row * outputs);
        }
        return input.with(y);
    }

    @Override
    public final float[] backward(float[] dy, int examples) {
        int rows = inputGradient ? examples * rowsPerExample : 0;
        for (int row = 0; row < rows; row++) {
            backward(x, row * features, dy, row * outputs, dx);
        }
        return dx;
    }
}
