package io.kindling.spark.checkpoint;

import io.kindling.errors.KindlingException;
import java.util.Locale;
import java.util.Objects;

/** What a training does with the checkpoints it finds in its directory. */
public enum CheckpointMode {
    /** It goes on from its own, takes the place of a training that has ended, and refuses those of any other. */
    RESUME,
    /** It begins anew and deletes what is there, whichever training's it is. */
    RESTART,
    /** It has a subfolder of its own, named after all that the model depends on, and goes on from what is there. */
    SEPARATE;

    /** As it is written in a param. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }

    /**
     * By name: {@code "resume"}, {@code "restart"} or {@code "separate"}.
     *
     * @throws KindlingException if it is none of them
     */
    public static CheckpointMode of(String text) {
        Objects.requireNonNull(text, "checkpointMode must be resume, restart or separate. Received: null.");
        for (CheckpointMode mode : values()) {
            if (mode.toString().equals(text.strip().toLowerCase(Locale.ROOT))) {
                return mode;
            }
        }
        throw new KindlingException("checkpointMode must be resume, restart or separate. Received: " + text + ".");
    }
}
