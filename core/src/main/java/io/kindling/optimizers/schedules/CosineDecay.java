package io.kindling.optimizers.schedules;

import io.kindling.registry.Records;

/**
 * A rate that falls as half a cosine wave: {@code initial · ((1 - alpha) · (1 + cos(π · step / decay_steps)) / 2 +
 * alpha)}; with a warm-up, a line up to {@code warmupTarget} over {@code warmupSteps} first, and the fall from there.
 *
 * <p>Loshchilov and Hutter, "SGDR: stochastic gradient descent with warm restarts", arXiv:1608.03983; Keras'
 * {@code CosineDecay}.
 *
 * @param initialLearningRate where it begins; at least 0 before a warm-up, else positive
 * @param decaySteps how long it falls; positive
 * @param alpha the share that is left in the end; at least 0
 * @param warmupTarget the rate the warm-up leads to, or null for none
 * @param warmupSteps how long the warm-up takes; at least 0
 */
public record CosineDecay(
        double initialLearningRate, long decaySteps, double alpha, Double warmupTarget, long warmupSteps)
        implements Schedule {

    public CosineDecay {
        if (warmupTarget == null) {
            Ranges.positive("cosine_decay", "initial_learning_rate", initialLearningRate);
        } else {
            Ranges.notNegative("cosine_decay", "initial_learning_rate", initialLearningRate);
            Ranges.positive("cosine_decay", "warmup_target", warmupTarget);
        }
        Ranges.positive("cosine_decay", "decay_steps", decaySteps);
        Ranges.notNegative("cosine_decay", "alpha", alpha);
        Ranges.notNegative("cosine_decay", "warmup_steps", warmupSteps);
    }

    /** Keras' defaults: down to zero, no warm-up. */
    public static CosineDecay of(double initialLearningRate, long decaySteps) {
        return new CosineDecay(initialLearningRate, decaySteps, 0, null, 0);
    }

    public CosineDecay alpha(double alpha) {
        return Records.with(this, "alpha", alpha);
    }

    public CosineDecay warmup(double target, long steps) {
        return new CosineDecay(initialLearningRate, decaySteps, alpha, target, steps);
    }

    @Override
    public double at(long step) {
        if (warmupTarget == null) {
            return decayed(initialLearningRate, step);
        } else if (step < warmupSteps) {
            return initialLearningRate + (warmupTarget - initialLearningRate) * step / warmupSteps;
        }
        return decayed(warmupTarget, step - warmupSteps);
    }

    private double decayed(double from, long step) {
        double done = Math.min(1, (double) step / decaySteps);
        return from * ((1 - alpha) * 0.5 * (1 + Math.cos(Math.PI * done)) + alpha);
    }
}
