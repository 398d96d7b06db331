package io.kindling.spark.training;

import io.kindling.engine.Training;
import io.kindling.engine.TrainingState;
import io.kindling.errors.KindlingException;
import io.kindling.models.Weights;
import io.kindling.optimizers.Optimizer;
import java.util.Locale;
import java.util.Objects;

/** What becomes of the optimizer's memory between two rounds. */
public enum OptimizerState {
    /** It is averaged like the weights. */
    AVERAGE {
        @Override
        TrainingState first(Weights weights, Training training) {
            return TrainingState.of(weights, training);
        }

        @Override
        Start startOf(TrainingState averaged, Training training) {
            return new Start(averaged, training);
        }
    },

    /** Every round begins without memory, so that only weights travel. */
    RESET {
        @Override
        TrainingState first(Weights weights, Training training) {
            return new TrainingState(weights, new float[0][], 0);
        }

        /** An optimizer at its first step, with the learning rate of the training's. */
        @Override
        Start startOf(TrainingState averaged, Training training) {
            Optimizer optimizer = training.optimizer();
            long made = averaged.step();
            Training own =
                    training.optimizer(optimizer.withLearningRate(step -> optimizer.learningRateAt(made + step)));
            return new Start(TrainingState.of(averaged.weights(), own), own);
        }
    };

    /**
     * Where a worker begins a round.
     *
     * @param state what it goes on from
     * @param training how it goes on
     */
    record Start(TrainingState state, Training training) {}

    /** What all workers share before the first round. */
    abstract TrainingState first(Weights weights, Training training);

    /** Where each worker begins a round, given what they share. */
    abstract Start startOf(TrainingState averaged, Training training);

    /** As it is written in a param. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }

    /**
     * By name: {@code "average"} or {@code "reset"}.
     *
     * @throws KindlingException if it is neither
     */
    public static OptimizerState of(String text) {
        Objects.requireNonNull(text, "optimizerState must be average or reset. Received: null.");
        return switch (text.strip().toLowerCase(Locale.ROOT)) {
            case "average" -> AVERAGE;
            case "reset" -> RESET;
            default -> throw new KindlingException("optimizerState must be average or reset. Received: " + text + ".");
        };
    }
}
