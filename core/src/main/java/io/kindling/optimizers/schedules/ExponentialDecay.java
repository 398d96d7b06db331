package io.kindling.optimizers.schedules;

/**
 * A rate that falls by the same factor over every {@code decaySteps}:
 * {@code initial · decay_rate^(step / decay_steps)}; Keras' {@code ExponentialDecay}.
 *
 * @param initialLearningRate positive
 * @param decaySteps positive
 * @param decayRate the factor; positive
 * @param staircase whether it falls at once after every {@code decaySteps}, instead of a little at every step
 */
public record ExponentialDecay(double initialLearningRate, long decaySteps, double decayRate, boolean staircase)
        implements Schedule {

    public ExponentialDecay {
        Ranges.positive("exponential_decay", "initial_learning_rate", initialLearningRate);
        Ranges.positive("exponential_decay", "decay_steps", decaySteps);
        Ranges.positive("exponential_decay", "decay_rate", decayRate);
    }

    public static ExponentialDecay of(double initialLearningRate, long decaySteps, double decayRate) {
        return new ExponentialDecay(initialLearningRate, decaySteps, decayRate, false);
    }

    @Override
    public double at(long step) {
        double times = (double) step / decaySteps;
        return initialLearningRate * Math.pow(decayRate, staircase ? Math.floor(times) : times);
    }
}
