package io.kindling.layers.regularization;

import io.kindling.random.RandomKey;
import io.kindling.tensor.Shape;

/**
 * Multiplies by normal noise of mean 1 and variance {@code rate / (1 - rate)} in training, which does to mean and
 * variance what {@link Dropout} does; at inference it changes nothing.
 *
 * @param rate in [0, 1)
 */
public record GaussianDropout(double rate) implements RandomLayer {

    public GaussianDropout {
        RandomLayer.requireRate("GaussianDropout", rate);
    }

    public static GaussianDropout of(double rate) {
        return new GaussianDropout(rate);
    }

    @Override
    public boolean isActive() {
        return rate > 0;
    }

    @Override
    public void draw(float[] scales, float[] shifts, Shape shape, int count, RandomKey key) {
        double deviation = Math.sqrt(rate / (1 - rate));
        for (int i = 0; i < count; i++) {
            scales[i] = (float) (1 + deviation * key.gaussianAt(i));
        }
    }
}
