package io.kindling.initializers;

import io.kindling.random.RandomKey;

/** Random values of a given variance around zero. */
final class Draws {
    /** The standard deviation of a standard normal that is cut off at two deviations. */
    private static final double TRUNCATED_DEVIATION = 0.87962566103423978;

    private static final int DRAWS_PER_VALUE = 64;

    private Draws() {}

    static void uniform(float[] values, int offset, int count, double variance, RandomKey key) {
        float limit = (float) Math.sqrt(3 * variance);
        for (int i = 0; i < count; i++) {
            values[offset + i] = limit * (2 * key.uniformAt(i) - 1);
        }
    }

    /** Normal, drawn again where it falls outside two deviations, and widened to keep the variance. */
    static void normal(float[] values, int offset, int count, double variance, RandomKey key) {
        double deviation = Math.sqrt(variance) / TRUNCATED_DEVIATION;
        for (int i = 0; i < count; i++) {
            values[offset + i] = (float) (deviation * truncatedAt(i, key));
        }
    }

    /** Number i of a standard normal that is cut off at two deviations. */
    static double truncatedAt(int i, RandomKey key) {
        long position = (long) i * DRAWS_PER_VALUE;
        double drawn = key.gaussianAt(position);
        while (Math.abs(drawn) > 2) {
            drawn = key.gaussianAt(++position);
        }
        return drawn;
    }
}
