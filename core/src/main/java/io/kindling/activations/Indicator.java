package io.kindling.activations;

/** Conditions as factors, so that loops over them have no branch and vectorize. */
final class Indicator {

    private Indicator() {}

    /** 1 for a positive number, however small, 0 for any other, NaN for NaN. */
    static float positive(float v) {
        // Twice: the smallest positive float times the largest is below one.
        return Math.min(Math.max(v, 0f) * Float.MAX_VALUE * Float.MAX_VALUE, 1f);
    }
}
