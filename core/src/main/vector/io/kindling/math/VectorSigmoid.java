package io.kindling.math;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorOperators;

/** {@link Sigmoid} on vectors, with the arithmetic of {@link Tanh} and so the same bits. */
final class VectorSigmoid {
    private VectorSigmoid() {}

    /** The logistic function of every lane. */
    static FloatVector sigmoid(FloatVector x) {
        // A half of a number is exact, so that nothing is rounded that Sigmoid does not round.
        FloatVector half = Lanes.all(0.5f);
        return tanh(x.mul(half)).fma(half, half);
    }

    private static FloatVector tanh(FloatVector x) {
        FloatVector limited = limited(x);
        FloatVector square = limited.mul(limited);
        FloatVector p = Lanes.all(Tanh.P6);
        p = p.fma(square, Lanes.all(Tanh.P5));
        p = p.fma(square, Lanes.all(Tanh.P4));
        p = p.fma(square, Lanes.all(Tanh.P3));
        p = p.fma(square, Lanes.all(Tanh.P2));
        p = p.fma(square, Lanes.all(Tanh.P1));
        p = p.fma(square, Lanes.all(Tanh.P0));
        FloatVector q = Lanes.all(Tanh.Q3);
        q = q.fma(square, Lanes.all(Tanh.Q2));
        q = q.fma(square, Lanes.all(Tanh.Q1));
        q = q.fma(square, Lanes.all(Tanh.Q0));
        return limited.mul(p).div(q);
    }

    /** By comparisons, though {@link Lanes} is faster: with more calls the JIT does not take a loop over gates into one piece. */
    private static FloatVector limited(FloatVector x) {
        return x.blend(Tanh.LIMIT, x.compare(VectorOperators.GT, Tanh.LIMIT))
                .blend(-Tanh.LIMIT, x.compare(VectorOperators.LT, -Tanh.LIMIT));
    }
}
