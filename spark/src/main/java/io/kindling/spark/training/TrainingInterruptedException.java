package io.kindling.spark.training;

import java.util.Optional;

/** A training was asked to stop, by an interrupt of its thread; it says from where the same fit goes on. */
public final class TrainingInterruptedException extends RuntimeException {
    private static final long serialVersionUID = 1;

    private TrainingInterruptedException(String message, Throwable cause) {
        super(message, cause);
    }

    static TrainingInterruptedException at(String place, Optional<String> checkpoint, Throwable cause) {
        return new TrainingInterruptedException(
                "Training was interrupted at " + place + "; "
                        + checkpoint
                                .map(file -> "the same training goes on from the checkpoint " + file + ".")
                                .orElse("nothing of it is kept, as there is no checkpoint of it."),
                cause);
    }

    /** Whether a failure comes from an interrupt of this thread. */
    static boolean isBehind(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof InterruptedException) {
                return true;
            }
        }
        return false;
    }
}
