package io.kindling.layers.regularization;

import io.kindling.random.RandomKey;
import io.kindling.tensor.Shape;

/**
 * Dropout of whole features of a sequence: in training, a random share of the columns of (steps, features) is zero at
 * all steps.
 *
 * <p>Tompson et al., "Efficient object localization using convolutional networks", arXiv:1411.4280.
 *
 * @param rate the share, in [0, 1)
 */
public record SpatialDropout1D(double rate) implements RandomLayer {

    public SpatialDropout1D {
        RandomLayer.requireRate("SpatialDropout1D", rate);
    }

    public static SpatialDropout1D of(double rate) {
        return new SpatialDropout1D(rate);
    }

    @Override
    public Shape outputShape(Shape input) {
        return input.requireSequence();
    }

    @Override
    public boolean isActive() {
        return rate > 0;
    }

    @Override
    public void draw(float[] scales, float[] shifts, Shape shape, int count, RandomKey key) {
        int features = shape.last();
        int examples = count / shape.size();
        float[] mask = new float[examples * features];
        DropMask.draw(mask, mask.length, rate, key);
        for (int row = 0; row < count / features; row++) {
            int example = row / shape.dimension(0);
            System.arraycopy(mask, example * features, scales, row * features, features);
        }
    }
}
