package io.kindling.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.kindling.data.Batch;
import io.kindling.engine.BoundTraining;
import io.kindling.models.NetworkPlan;
import io.kindling.random.RandomKey;

/**
 * Compares the gradient of a network with differences of its loss along random directions, each leaning towards the
 * gradient so that there is something to see, and each from weights of its own.
 */
final class DirectionalGradient {
    private static final int DIRECTIONS = 2;
    private static final int ATTEMPTS = 60;
    private static final double STEP = 8e-3;
    /**
     * Of the gradient's norm, or a fiftieth of the loss. Differences err by the loss' rounding in single precision, some
     * 1e-6 of it with three layers, over 2 · STEP, and by STEP² / 6 times the third derivative.
     */
    private static final double TOLERANCE = 3e-3;
    /** Slopes that disagree by more have a kink between them, where there is no derivative to compare with. */
    private static final double KINK = 0.3 * TOLERANCE;

    private static final double SMALLEST_NORM = 1e-4;
    private static final RandomKey STEP_KEY = RandomKey.of(77);

    private final BoundTraining network;
    private final NetworkPlan plan;
    private final Batch batch;
    private final double deviation;

    private float[] start;
    private float[] gradient;
    private double norm;
    private double lossAtStart;

    DirectionalGradient(BoundTraining network, NetworkPlan plan, Batch batch, double deviation) {
        this.network = network;
        this.plan = plan;
        this.batch = batch;
        this.deviation = deviation;
    }

    void check() {
        int compared = 0;
        for (int attempt = 0; attempt < ATTEMPTS && compared < DIRECTIONS; attempt++) {
            startAt(attempt);
            if (norm > SMALLEST_NORM && compare(direction(attempt))) {
                compared++;
            }
        }
        assertThat(compared).as("directions without a kink").isEqualTo(DIRECTIONS);
    }

    private void startAt(int attempt) {
        network.network().load(Rows.weights(plan, deviation, attempt));
        start = network.network().trainable().values().clone();
        lossAtStart = loss();
        gradient = network.network().trainable().gradient().clone();
        norm = Math.sqrt(dot(gradient, gradient));
    }

    private float[] direction(int attempt) {
        float[] direction = Rows.gaussian(gradient.length, 1 / Math.sqrt(gradient.length), 1000 + attempt);
        for (int i = 0; i < direction.length; i++) {
            direction[i] += (float) (gradient[i] / norm);
        }
        float inverse = (float) (1 / Math.sqrt(dot(direction, direction)));
        for (int i = 0; i < direction.length; i++) {
            direction[i] *= inverse;
        }
        return direction;
    }

    /** Returns whether there was no kink. */
    private boolean compare(float[] direction) {
        double scale = Math.max(norm, 0.02 * Math.abs(lossAtStart));
        Slopes wide = slopes(direction, STEP);
        Slopes narrow = slopes(direction, STEP / 2);
        if (wide.isApartFrom(narrow, KINK * scale)) {
            return false;
        }
        double expected = dot(gradient, direction);
        assertThat(Math.abs(wide.mean() - expected) <= TOLERANCE * scale)
                .as("%s by differences, %s by the gradient of norm %s", wide.mean(), expected, norm)
                .isTrue();
        return true;
    }

    /** The slopes on both sides of the start. */
    private record Slopes(double ahead, double behind) {

        double mean() {
            return (ahead + behind) / 2;
        }

        /** A smooth function's slopes have the same mean at half the step, and half the difference. */
        boolean isApartFrom(Slopes half, double limit) {
            return Math.abs(mean() - half.mean()) > limit
                    || Math.abs(ahead - behind - 2 * (half.ahead - half.behind)) > 2 * limit;
        }
    }

    private Slopes slopes(float[] direction, double step) {
        move(direction, step);
        double up = loss();
        move(direction, -step);
        double down = loss();
        return new Slopes((up - lossAtStart) / step, (lossAtStart - down) / step);
    }

    private void move(float[] direction, double step) {
        float[] values = network.network().trainable().values();
        for (int i = 0; i < values.length; i++) {
            values[i] = (float) (start[i] + step * direction[i]);
        }
        network.network().trainable().changed();
    }

    private double loss() {
        return network.gradient(batch, STEP_KEY) / batch.rows();
    }

    private static double dot(float[] a, float[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += (double) a[i] * b[i];
        }
        return sum;
    }
}
