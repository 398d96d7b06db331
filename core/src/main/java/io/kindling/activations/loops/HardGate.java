package io.kindling.activations.loops;

/** The hard sigmoid where it multiplies something, as in hard SiLU. */
public final class HardGate {

    private HardGate() {}

    /** {@code min(max(x / 6 + 1/2, 0), 1)}, with a comparison less; NaN at minus infinity. */
    public static float of(float x) {
        float half = Math.fma(x, 1f / 12, 0.25f);
        return Math.min(half + Math.abs(half), 1f);
    }
}
