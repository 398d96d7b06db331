package io.kindling.math;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorOperators;

/** {@link Complement} on vectors, with the same bits. */
final class VectorComplement {
    /** Where a float's exponent begins. */
    private static final int EXPONENT = 23;

    private VectorComplement() {}

    /** {@link Complement#ofExp} of every lane. */
    static FloatVector ofExp(FloatVector x) {
        FloatVector limited = Lanes.atLeast(x, Complement.SMALLEST);
        FloatVector rounding = limited.fma(Lanes.all(Complement.LOG2_E), Lanes.all(Complement.ROUND));
        FloatVector minusPower = rounding.reinterpretAsInts()
                .lanewise(VectorOperators.LSHL, EXPONENT)
                .reinterpretAsFloats();
        return minusPower.fma(restLessOne(limited, rounding.sub(Complement.ROUND)), minusPower.add(1f));
    }

    /** e^r - 1 for r = x - m ln 2. */
    private static FloatVector restLessOne(FloatVector x, FloatVector m) {
        FloatVector r = m.fma(Lanes.all(-Complement.LN2), x);
        FloatVector p = Lanes.all(Complement.P5);
        p = p.fma(r, Lanes.all(Complement.P4));
        p = p.fma(r, Lanes.all(Complement.P3));
        p = p.fma(r, Lanes.all(Complement.P2));
        p = p.fma(r, Lanes.all(Complement.P1));
        return p.fma(r.mul(r), r);
    }
}
