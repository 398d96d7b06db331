package io.kindling.optimizers.schedules;

import io.kindling.errors.KindlingException;

/**
 * {@link CosineDecay} that starts again when it has come to its end, each time for {@code tMul} times as many steps
 * and from {@code mMul} times the height.
 *
 * <p>Loshchilov and Hutter, "SGDR: stochastic gradient descent with warm restarts", arXiv:1608.03983; Keras'
 * {@code CosineDecayRestarts}.
 *
 * @param initialLearningRate positive
 * @param firstDecaySteps how long the first fall takes; positive
 * @param tMul at least 1
 * @param mMul positive
 * @param alpha the share that is left at the end of a fall; at least 0
 */
public record CosineDecayRestarts(
        double initialLearningRate, long firstDecaySteps, double tMul, double mMul, double alpha) implements Schedule {

    public CosineDecayRestarts {
        Ranges.positive("cosine_decay_restarts", "initial_learning_rate", initialLearningRate);
        Ranges.positive("cosine_decay_restarts", "first_decay_steps", firstDecaySteps);
        if (!(tMul >= 1 && Double.isFinite(tMul))) {
            throw new KindlingException("cosine_decay_restarts needs a t_mul of at least 1. Received: " + tMul + ".");
        }
        Ranges.positive("cosine_decay_restarts", "m_mul", mMul);
        Ranges.notNegative("cosine_decay_restarts", "alpha", alpha);
    }

    /** Keras' defaults: each fall twice as long as the one before, from the same height, down to zero. */
    public static CosineDecayRestarts of(double initialLearningRate, long firstDecaySteps) {
        return new CosineDecayRestarts(initialLearningRate, firstDecaySteps, 2, 1, 0);
    }

    @Override
    public double at(long step) {
        double length = firstDecaySteps;
        double into = step;
        double restarts = 0;
        if (tMul == 1) {
            restarts = Math.floor(into / length);
            into -= restarts * length;
        }
        while (into >= length) {
            into -= length;
            length *= tMul;
            restarts++;
        }
        double wave = 0.5 * Math.pow(mMul, restarts) * (1 + Math.cos(Math.PI * into / length));
        return initialLearningRate * ((1 - alpha) * wave + alpha);
    }
}
