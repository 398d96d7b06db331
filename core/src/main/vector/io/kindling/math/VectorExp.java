package io.kindling.math;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorOperators;

/**
 * {@link Exp} on vectors, with the same bits: all but the powers of two is the same arithmetic, and both ways to make
 * those are exact.
 */
final class VectorExp {
    /** Where a float's exponent begins, and that of 1 in its place. */
    private static final int EXPONENT = 23;

    private static final int ONE = Float.floatToRawIntBits(1f);

    private VectorExp() {}

    /** {@link Exp#expBelow88} of every lane. */
    static FloatVector expBelow88(FloatVector x) {
        FloatVector limited = Lanes.atLeast(x, Exp.SMALLEST);
        FloatVector rounding = limited.fma(Lanes.all(Exp.HALF_LOG2_E), Lanes.all(Exp.ROUND));
        return restLessOne(limited, rounding.sub(Exp.ROUND)).add(1f).mul(powerOfFour(rounding));
    }

    /** e^r - 1 for r = x - 2m ln 2. */
    private static FloatVector restLessOne(FloatVector x, FloatVector m) {
        FloatVector r = m.fma(Lanes.all(-Exp.TWO_LN2_LOW), m.fma(Lanes.all(-Exp.TWO_LN2_HIGH), x));
        FloatVector p = Lanes.all(Exp.P6);
        p = p.fma(r, Lanes.all(Exp.P5));
        p = p.fma(r, Lanes.all(Exp.P4));
        p = p.fma(r, Lanes.all(Exp.P3));
        p = p.fma(r, Lanes.all(Exp.P2));
        p = p.fma(r, Lanes.all(Exp.P1));
        return p.fma(r.mul(r), r);
    }

    /** 4^m, where m, from -63 to 63, stands in the lowest bits of what was added to round it. */
    private static FloatVector powerOfFour(FloatVector rounding) {
        return rounding.reinterpretAsInts()
                .lanewise(VectorOperators.LSHL, EXPONENT + 1)
                .add(ONE)
                .reinterpretAsFloats();
    }
}
