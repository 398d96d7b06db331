package io.kindling.layers.regularization;

import io.kindling.random.RandomKey;
import java.util.Arrays;

/** Factors that set a random share of values to zero and scale up the others to keep the mean. */
public final class DropMask {
    private static final int DRAWS_PER_LONG = 4;
    private static final int LEVELS = 1 << 16;

    private DropMask() {}

    /**
     * Draws the first {@code count} factors; sixteen random bits decide on each, so that one draw serves four.
     *
     * @param rate the share of zeros, in [0, 1)
     */
    public static void draw(float[] factors, int count, double rate, RandomKey key) {
        int threshold = (int) Math.round(rate * LEVELS);
        Arrays.fill(factors, 0, count, (float) (1 / (1 - rate)));
        for (int i = 0; i < count; i += DRAWS_PER_LONG) {
            long bits = key.longAt(i);
            int end = Math.min(DRAWS_PER_LONG, count - i);
            for (int j = 0; j < end; j++) {
                if ((bits >>> (16 * j) & (LEVELS - 1)) < threshold) {
                    factors[i + j] = 0f;
                }
            }
        }
    }

    /** {@code values[i] *= factors[i]} for i below count. */
    public static void apply(float[] factors, float[] values, int count) {
        for (int i = 0; i < count; i++) {
            values[i] *= factors[i];
        }
    }
}
