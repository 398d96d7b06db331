package io.kindling.spark.params;

import io.kindling.spark.checkpoint.CheckpointMode;
import org.apache.spark.ml.param.IntParam;
import org.apache.spark.ml.param.Param;

/**
 * The params of checkpoints.
 *
 * @param <S> the stage
 */
public interface CheckpointParams<S> extends FluentParams<S> {

    /** The directory for checkpoints, on any Hadoop file system; there are none if it is not set. */
    default Param<String> checkpointDir() {
        return new Param<>(
                this,
                "checkpointDir",
                "the directory for checkpoints, from which the same fit continues if it was interrupted; none if not set");
    }

    default String getCheckpointDir() {
        return getOrDefault(checkpointDir());
    }

    default S setCheckpointDir(String value) {
        set(checkpointDir(), value);
        return self();
    }

    /** Rounds between checkpoints. */
    default IntParam checkpointInterval() {
        return new PositiveIntParam(this, "checkpointInterval", "rounds between checkpoints");
    }

    default int getCheckpointInterval() {
        return (int) getOrDefault(checkpointInterval());
    }

    default S setCheckpointInterval(int value) {
        set(checkpointInterval(), value);
        return self();
    }

    /** What a training does with the checkpoints it finds in its directory. */
    default Param<CheckpointMode> checkpointMode() {
        return new TextParam<>(
                this,
                "checkpointMode",
                "what is done with checkpoints in checkpointDir: resume goes on from those of the same training and"
                        + " refuses those of another, restart deletes them, separate keeps each training's in a"
                        + " subfolder of its own",
                CheckpointMode::toString,
                CheckpointMode::of);
    }

    default CheckpointMode getCheckpointMode() {
        return getOrDefault(checkpointMode());
    }

    default S setCheckpointMode(CheckpointMode value) {
        set(checkpointMode(), value);
        return self();
    }

    /** By name: {@code "resume"}, {@code "restart"} or {@code "separate"}. */
    default S setCheckpointMode(String value) {
        return setCheckpointMode(CheckpointMode.of(value));
    }
}
