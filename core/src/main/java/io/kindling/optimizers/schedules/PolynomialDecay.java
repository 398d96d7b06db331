package io.kindling.optimizers.schedules;

/**
 * A rate that falls to an end: {@code (initial - end) · (1 - step / decay_steps)^power + end}, the end from
 * {@code decaySteps} on; Keras' {@code PolynomialDecay}.
 *
 * @param initialLearningRate positive
 * @param decaySteps positive
 * @param endLearningRate at least 0
 * @param power 1 for a line; positive
 * @param cycle whether, past its end, it starts again on the next multiple of {@code decaySteps}
 */
public record PolynomialDecay(
        double initialLearningRate, long decaySteps, double endLearningRate, double power, boolean cycle)
        implements Schedule {

    public PolynomialDecay {
        Ranges.positive("polynomial_decay", "initial_learning_rate", initialLearningRate);
        Ranges.positive("polynomial_decay", "decay_steps", decaySteps);
        Ranges.notNegative("polynomial_decay", "end_learning_rate", endLearningRate);
        Ranges.positive("polynomial_decay", "power", power);
    }

    /** Keras' defaults: a line down to 0.0001. */
    public static PolynomialDecay of(double initialLearningRate, long decaySteps) {
        return new PolynomialDecay(initialLearningRate, decaySteps, 0.0001, 1, false);
    }

    @Override
    public double at(long step) {
        double cycles = cycle ? Math.max(1, Math.ceil((double) step / decaySteps)) : 1;
        double done = Math.min(1, step / (cycles * decaySteps));
        return (initialLearningRate - endLearningRate) * Math.pow(1 - done, power) + endLearningRate;
    }
}
