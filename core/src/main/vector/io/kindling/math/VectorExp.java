package io.kindling.math;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;

/**
 * {@link Exp} on vectors, with the same bits: all but the powers of two is the same arithmetic, and both ways to make
 * those are exact.
 */
final class VectorExp {
    private static final VectorSpecies<Float> SPECIES = FloatVector.SPECIES_PREFERRED;

    /** Where a float's exponent begins, and that of 1 in its place. */
    private static final int EXPONENT = 23;

    private static final int ONE = Float.floatToRawIntBits(1f);

    private VectorExp() {}

    /** {@link Exp#expBelow88} of every lane. */
    static FloatVector expBelow88(FloatVector x) {
        FloatVector limited = x.max(Exp.SMALLEST);
        FloatVector rounding = limited.fma(all(Exp.HALF_LOG2_E), all(Exp.ROUND));
        FloatVector m = rounding.sub(Exp.ROUND);
        FloatVector r = m.fma(all(-Exp.TWO_LN2_LOW), m.fma(all(-Exp.TWO_LN2_HIGH), limited));
        FloatVector p = all(Exp.P6);
        p = p.fma(r, all(Exp.P5));
        p = p.fma(r, all(Exp.P4));
        p = p.fma(r, all(Exp.P3));
        p = p.fma(r, all(Exp.P2));
        p = p.fma(r, all(Exp.P1));
        FloatVector root = powerOfTwo(rounding);
        return p.fma(r.mul(r), r).add(1f).mul(root).mul(root);
    }

    /** 2^m, where m stands in the lowest bits of what was added to round it. */
    private static FloatVector powerOfTwo(FloatVector rounding) {
        return rounding.reinterpretAsInts()
                .lanewise(VectorOperators.LSHL, EXPONENT)
                .add(ONE)
                .reinterpretAsFloats();
    }

    private static FloatVector all(float value) {
        return FloatVector.broadcast(SPECIES, value);
    }
}
