package io.kindling.math;

/**
 * Whole powers of two in float arithmetic alone. The usual way shifts the exponent into place as an int, and JDK 17 does
 * not vectorize loops that see a float as an int.
 *
 * <p>A cubic comes within 1/1000 of 2^(m/64) · c, six squarings make it 2^m · c⁶⁴, and cutting that down to its leading
 * bit leaves 2^m exactly. The constant c⁶⁴ = 2^23 · 1.22 keeps the error of a tenth between two powers of two.
 */
final class PowerOfTwo {
    private static final float ULP = 0x1p-23f;

    private PowerOfTwo() {}

    /** 2^m, exactly, for a whole number m from -64 to 64; NaN for NaN. */
    static float of(float m) {
        float root = Math.fma(
                m,
                Math.fma(m, Math.fma(m, 2.659938900251291e-07f, 7.839577301638201e-05f), 0.013973119668662548f),
                1.285571575164795f);
        float to2 = root * root;
        float to4 = to2 * to2;
        float to8 = to4 * to4;
        float to16 = to8 * to8;
        float to32 = to16 * to16;
        float to64 = to32 * to32;
        // Adding less than two units in the last place adds one, which is 2^-23 of the leading bit.
        return Math.fma(to64, ULP, to64) - to64;
    }
}
