package io.kindling.math;

/** Conditions as factors, so that loops over them have no branch and vectorize. */
public final class Indicator {

    private Indicator() {}

    /** 1 for a positive number, however small, 0 for any other, NaN for NaN. */
    public static float positive(float v) {
        // Twice: the smallest positive float times the largest is below one.
        return Math.min(Math.max(v, 0f) * Float.MAX_VALUE * Float.MAX_VALUE, 1f);
    }

    /** {@link #positive} of a number that is not minus infinity, which saves a comparison. */
    public static float ofBounded(float v) {
        return ofNotNegative(v + Math.abs(v));
    }

    /** {@link #positive} of a number that is not below zero, which saves a comparison. */
    public static float ofNotNegative(float v) {
        return Math.min(v * Float.MAX_VALUE * Float.MAX_VALUE, 1f);
    }
}
