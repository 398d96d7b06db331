package io.kindling.spark.training;

/** The loss has become NaN or infinite, so that going on is pointless. */
public final class TrainingDivergedException extends RuntimeException {
    private static final long serialVersionUID = 1;

    public TrainingDivergedException(String message) {
        super(message);
    }
}
