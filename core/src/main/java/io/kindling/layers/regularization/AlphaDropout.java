package io.kindling.layers.regularization;

import io.kindling.random.RandomKey;
import io.kindling.tensor.Shape;

/**
 * Dropout for SELU networks: in training, a random share of the values is set to SELU's limit for very negative inputs,
 * then all are scaled and shifted so that mean 0 and variance 1 stay.
 *
 * <p>Klambauer et al., "Self-normalizing neural networks", arXiv:1706.02515.
 *
 * @param rate the share, in [0, 1)
 */
public record AlphaDropout(double rate) implements RandomLayer {
    /** Minus SELU's alpha times its scale. */
    private static final double DROPPED = -1.6732632423543772 * 1.0507009873554805;

    public AlphaDropout {
        RandomLayer.requireRate("AlphaDropout", rate);
    }

    public static AlphaDropout of(double rate) {
        return new AlphaDropout(rate);
    }

    @Override
    public boolean isActive() {
        return rate > 0;
    }

    @Override
    public void draw(float[] scales, float[] shifts, Shape shape, int count, RandomKey key) {
        double a = 1 / Math.sqrt((1 - rate) * (1 + rate * DROPPED * DROPPED));
        double b = -a * DROPPED * rate;
        float keptScale = (float) a;
        float keptShift = (float) b;
        float droppedShift = (float) (a * DROPPED + b);
        DropMask.draw(scales, count, rate, key);
        for (int i = 0; i < count; i++) {
            boolean kept = scales[i] > 0;
            scales[i] = kept ? keptScale : 0f;
            shifts[i] = kept ? keptShift : droppedShift;
        }
    }
}
