package io.kindling.activations.loops;

import io.kindling.math.Complement;
import io.kindling.math.Indicator;

/** Loops that every JVM runs, as fast as its JIT makes them. */
final class PlainActivationLoops implements ActivationLoops {
    static final float SIXTH = 1f / 6;

    @Override
    public void limit(float[] x, float limit, float[] y, int start, int end) {
        clamp(x, -limit, limit, y, start, end);
    }

    @Override
    public void rectify(float[] x, float most, float[] y, int start, int end) {
        clamp(x, 0f, most, y, start, end);
    }

    private static void clamp(float[] x, float least, float most, float[] y, int start, int end) {
        for (int i = start; i < end; i++) {
            y[i] = Math.max(least, Math.min(most, x[i]));
        }
    }

    @Override
    public void hardSigmoid(float[] x, float[] y, int start, int end) {
        for (int i = start; i < end; i++) {
            y[i] = Math.max(0f, Math.min(1f, x[i] * SIXTH + 0.5f));
        }
    }

    @Override
    public void shrink(float[] x, float limit, float[] y, int start, int end) {
        for (int i = start; i < end; i++) {
            y[i] = x[i] * Indicator.ofBounded(Math.abs(x[i]) - limit);
        }
    }

    @Override
    public void softShrink(float[] x, float limit, float[] y, int start, int end) {
        for (int i = start; i < end; i++) {
            y[i] = x[i] - Math.max(-limit, Math.min(limit, x[i]));
        }
    }

    @Override
    public void threshold(float[] x, float limit, float other, float[] y, int start, int end) {
        for (int i = start; i < end; i++) {
            float above = Indicator.positive(x[i] - limit);
            // The larger of the two, as zero times minus infinity is NaN.
            y[i] = above * Math.max(x[i], limit) + (1f - above) * other + 0f;
        }
    }

    @Override
    public void hardSiluGradient(float[] x, float[] dy, float[] dx, int start, int end) {
        for (int i = start; i < end; i++) {
            float gate = HardGate.of(x[i]);
            float inside = Math.min(gate * (1f - gate) * 0x1p60f, 1f);
            dx[i] = dy[i] * (gate + (gate - 0.5f) * inside);
        }
    }

    @Override
    public void logSigmoidGradient(float[] y, float[] dy, float[] dx, int start, int end) {
        for (int i = start; i < end; i++) {
            dx[i] = dy[i] * Complement.ofExp(y[i]);
        }
    }

    @Override
    public void softplusGradient(float[] y, float[] dy, float[] dx, int start, int end) {
        for (int i = start; i < end; i++) {
            dx[i] = dy[i] * Complement.ofExp(-y[i]);
        }
    }
}
