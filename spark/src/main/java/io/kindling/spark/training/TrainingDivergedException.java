package io.kindling.spark.training;

import io.kindling.models.Weights;

/** The loss or a weight has become NaN or infinite, so that going on is pointless. */
public final class TrainingDivergedException extends RuntimeException {
    private static final long serialVersionUID = 1;

    public TrainingDivergedException(String message) {
        super(message);
    }

    /** What has diverged, or null if nothing has. */
    static String reason(double loss, Weights weights) {
        if (!Double.isFinite(loss)) {
            return "The loss became " + loss;
        }
        for (float weight : weights.trainable()) {
            if (!Float.isFinite(weight)) {
                return "A weight became " + weight;
            }
        }
        return null;
    }
}
