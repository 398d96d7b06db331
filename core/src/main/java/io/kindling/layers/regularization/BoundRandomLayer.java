package io.kindling.layers.regularization;

import io.kindling.layers.BoundUnaryLayer;
import io.kindling.layers.ForwardPass;
import io.kindling.layers.LayerBinding;
import io.kindling.layers.Tensor;
import io.kindling.tensor.Shape;

/** The running form of a {@link RandomLayer}. */
final class BoundRandomLayer implements BoundUnaryLayer {
    private final RandomLayer layer;
    private final Shape shape;
    private final float[] scales;
    private final float[] shifts;
    private final float[] y;
    private boolean changed;

    BoundRandomLayer(RandomLayer layer, LayerBinding binding) {
        this.layer = layer;
        this.shape = binding.inputShape();
        int size = binding.batchSize() * shape.size();
        this.scales = new float[size];
        this.shifts = new float[size];
        this.y = new float[size];
    }

    @Override
    public Tensor forward(Tensor input, ForwardPass pass) {
        float[] x = input.values();
        int rows = input.rows();
        changed = pass.training();
        if (!changed) {
            return input;
        }
        int count = rows * shape.size();
        layer.draw(scales, shifts, shape, count, pass.key());
        for (int i = 0; i < count; i++) {
            y[i] = x[i] * scales[i] + shifts[i];
        }
        return input.with(y);
    }

    @Override
    public float[] backward(float[] dy, int rows) {
        if (changed) {
            DropMask.apply(scales, dy, rows * shape.size());
        }
        return dy;
    }
}
