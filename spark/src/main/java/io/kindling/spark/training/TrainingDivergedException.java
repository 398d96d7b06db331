package io.kindling.spark.training;

import io.kindling.errors.KindlingException;
import io.kindling.models.Weights;
import java.util.Optional;

/** The loss or a weight has become NaN or infinite, so that going on is pointless. */
public final class TrainingDivergedException extends KindlingException {
    private static final long serialVersionUID = 1;

    private TrainingDivergedException(String message) {
        super(message);
    }

    /**
     * Says when and how it happened, and what may help.
     *
     * @param what has diverged
     * @param checkpoint the newest that is good, if there is one
     */
    public static TrainingDivergedException at(
            RoundProgress progress, String what, double learningRate, Optional<String> checkpoint) {
        return new TrainingDivergedException(what + " in epoch " + progress.epoch() + ", round " + progress.round()
                + ", with a learning rate of " + learningRate
                + ". A smaller learning rate or standardized features usually help."
                + checkpoint
                        .map(path -> " The last good checkpoint is " + path + ".")
                        .orElse(""));
    }

    /** What has diverged, if anything has. */
    static Optional<String> reason(double loss, Weights weights) {
        if (!Double.isFinite(loss)) {
            return Optional.of("The loss became " + loss);
        }
        for (float weight : weights.trainable()) {
            if (!Float.isFinite(weight)) {
                return Optional.of("A weight became " + weight);
            }
        }
        return Optional.empty();
    }
}
