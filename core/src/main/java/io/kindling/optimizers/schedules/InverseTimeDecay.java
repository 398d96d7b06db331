package io.kindling.optimizers.schedules;

/**
 * A rate that falls as the inverse of the step: {@code initial / (1 + decay_rate · step / decay_steps)}; Keras'
 * {@code InverseTimeDecay}.
 *
 * @param initialLearningRate positive
 * @param decaySteps positive
 * @param decayRate at least 0
 * @param staircase whether it falls at once after every {@code decaySteps}, instead of a little at every step
 */
public record InverseTimeDecay(double initialLearningRate, long decaySteps, double decayRate, boolean staircase)
        implements Schedule {

    public InverseTimeDecay {
        Ranges.positive("inverse_time_decay", "initial_learning_rate", initialLearningRate);
        Ranges.positive("inverse_time_decay", "decay_steps", decaySteps);
        Ranges.notNegative("inverse_time_decay", "decay_rate", decayRate);
    }

    public static InverseTimeDecay of(double initialLearningRate, long decaySteps, double decayRate) {
        return new InverseTimeDecay(initialLearningRate, decaySteps, decayRate, false);
    }

    @Override
    public double at(long step) {
        double times = (double) step / decaySteps;
        return initialLearningRate / (1 + decayRate * (staircase ? Math.floor(times) : times));
    }
}
