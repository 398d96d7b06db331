package io.kindling.math;

import jdk.incubator.vector.FloatVector;

/** {@link Sigmoid} on vectors, with the arithmetic of {@link Tanh} and so the same bits. */
final class VectorSigmoid {
    private VectorSigmoid() {}

    /** The logistic function of every lane. */
    static FloatVector sigmoid(FloatVector x) {
        return tanh(x.mul(0.5f)).mul(0.5f).add(0.5f);
    }

    private static FloatVector tanh(FloatVector x) {
        FloatVector limited = Lanes.atLeast(Lanes.atMost(x, Tanh.LIMIT), -Tanh.LIMIT);
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
}
