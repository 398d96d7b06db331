package io.kindling.initializers;

import io.kindling.errors.KindlingException;
import io.kindling.random.RandomKey;
import io.kindling.tensor.Shape;
import java.util.Objects;

/**
 * Random values of variance {@code scale / fan}, whatever the size of the weight; the other initializers that look at
 * the number of inputs and outputs are cases of it.
 *
 * @param scale positive
 * @param mode which fan: inputs, outputs, or the mean of both
 * @param distribution of the values
 */
public record VarianceScaling(double scale, Mode mode, Distribution distribution) implements Initializer {

    /** What the variance is divided by. */
    public enum Mode {
        FAN_IN,
        FAN_OUT,
        FAN_AVG
    }

    /** How the values are distributed; the truncated normal is cut off at two deviations and keeps the variance. */
    public enum Distribution {
        TRUNCATED_NORMAL,
        UNTRUNCATED_NORMAL,
        UNIFORM
    }

    public VarianceScaling {
        Objects.requireNonNull(mode, "variance_scaling needs a mode. Received: null.");
        Objects.requireNonNull(distribution, "variance_scaling needs a distribution. Received: null.");
        if (!(scale > 0 && Double.isFinite(scale))) {
            throw new KindlingException("variance_scaling needs a positive scale. Received: " + scale + ".");
        }
    }

    /** Keras' defaults: scale 1, by the inputs, truncated normal. */
    public static VarianceScaling of() {
        return new VarianceScaling(1, Mode.FAN_IN, Distribution.TRUNCATED_NORMAL);
    }

    @Override
    public void fill(float[] values, int offset, Shape shape, RandomKey key) {
        Fans fans = Fans.of(shape);
        double fan = switch (mode) {
            case FAN_IN -> fans.in();
            case FAN_OUT -> fans.out();
            case FAN_AVG -> fans.average();
        };
        double variance = scale / fan;
        switch (distribution) {
            case TRUNCATED_NORMAL -> Draws.normal(values, offset, shape.size(), variance, key);
            case UNTRUNCATED_NORMAL -> RandomNormal.of(Math.sqrt(variance)).fill(values, offset, shape, key);
            case UNIFORM -> Draws.uniform(values, offset, shape.size(), variance, key);
        }
    }
}
