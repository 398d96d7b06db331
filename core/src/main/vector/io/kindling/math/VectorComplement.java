package io.kindling.math;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.IntVector;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;

/**
 * {@link Complement} on vectors, with the same bits.
 *
 * <p>Written in one piece: in a large compilation the JIT stops inlining methods that are not the JDK's own, and a vector
 * that is handed to one it does not inline becomes an object.
 */
public final class VectorComplement {
    private static final VectorSpecies<Float> SPECIES = Lanes.SPECIES;
    private static final int LANES = SPECIES.length();
    /** Where a float's exponent begins. */
    private static final int EXPONENT = 23;

    private VectorComplement() {}

    /**
     * Writes {@code y = factor · (1 - e^x)} from a start on, as far as vectors fit.
     *
     * @param sign what is added to the sign of x: 0 for x itself, {@link Integer#MIN_VALUE} for -x
     * @return where they end
     */
    public static int times(float[] factor, float[] x, int sign, float[] y, int start, int end) {
        int i = start;
        for (; i <= end - LANES; i += LANES) {
            IntVector bits =
                    FloatVector.fromArray(SPECIES, x, i).reinterpretAsInts().lanewise(VectorOperators.XOR, sign);
            FloatVector limited = bits.add(Lanes.BEHIND_NEGATIVE)
                    .min(Lanes.BEHIND_NEGATIVE + Float.floatToRawIntBits(Complement.SMALLEST))
                    .sub(Lanes.BEHIND_NEGATIVE)
                    .reinterpretAsFloats();
            FloatVector rounding = limited.fma(
                    FloatVector.broadcast(SPECIES, Complement.LOG2_E),
                    FloatVector.broadcast(SPECIES, Complement.ROUND));
            FloatVector minusPower = rounding.reinterpretAsInts()
                    .lanewise(VectorOperators.LSHL, EXPONENT)
                    .reinterpretAsFloats();
            FloatVector r =
                    rounding.sub(Complement.ROUND).fma(FloatVector.broadcast(SPECIES, -Complement.LN2), limited);
            FloatVector p = FloatVector.broadcast(SPECIES, Complement.P5)
                    .fma(r, FloatVector.broadcast(SPECIES, Complement.P4))
                    .fma(r, FloatVector.broadcast(SPECIES, Complement.P3))
                    .fma(r, FloatVector.broadcast(SPECIES, Complement.P2))
                    .fma(r, FloatVector.broadcast(SPECIES, Complement.P1))
                    .fma(r.mul(r), r);
            minusPower
                    .fma(p, minusPower.add(1f))
                    .mul(FloatVector.fromArray(SPECIES, factor, i))
                    .intoArray(y, i);
        }
        return i;
    }
}
