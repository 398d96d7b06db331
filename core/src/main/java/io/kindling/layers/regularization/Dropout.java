package io.kindling.layers.regularization;

import io.kindling.random.RandomKey;
import io.kindling.tensor.Shape;

/**
 * Sets a random share of the values to zero in training and scales up the others to keep the mean; at inference it
 * changes nothing.
 *
 * <p>Srivastava et al., "Dropout: a simple way to prevent neural networks from overfitting", JMLR 2014.
 *
 * @param rate the share, in [0, 1)
 */
public record Dropout(double rate) implements RandomLayer {

    public Dropout {
        RandomLayer.requireRate("Dropout", rate);
    }

    public static Dropout of(double rate) {
        return new Dropout(rate);
    }

    @Override
    public boolean isActive() {
        return rate > 0;
    }

    @Override
    public void draw(float[] scales, float[] shifts, Shape shape, int count, RandomKey key) {
        DropMask.draw(scales, count, rate, key);
    }
}
