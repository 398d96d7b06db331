package io.kindling.layers.regularization;

import io.kindling.errors.KindlingException;
import io.kindling.random.RandomKey;
import io.kindling.tensor.Shape;
import java.util.Arrays;

/**
 * Adds normal noise in training; at inference it changes nothing.
 *
 * @param stddev the noise's standard deviation, at least 0
 */
public record GaussianNoise(double stddev) implements RandomLayer {

    public GaussianNoise {
        if (!(stddev >= 0 && Double.isFinite(stddev))) {
            throw new KindlingException("GaussianNoise needs a stddev of at least 0. Received: " + stddev + ".");
        }
    }

    public static GaussianNoise of(double stddev) {
        return new GaussianNoise(stddev);
    }

    @Override
    public boolean isActive() {
        return stddev > 0;
    }

    @Override
    public void draw(float[] scales, float[] shifts, Shape shape, int count, RandomKey key) {
        Arrays.fill(scales, 0, count, 1f);
        for (int i = 0; i < count; i++) {
            shifts[i] = (float) (stddev * key.gaussianAt(i));
        }
    }
}
