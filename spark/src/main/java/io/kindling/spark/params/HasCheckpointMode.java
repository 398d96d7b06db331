package io.kindling.spark.params;

import io.kindling.spark.checkpoint.CheckpointMode;
import org.apache.spark.ml.param.Param;

/** What a training does with the checkpoints it finds in its directory. */
public interface HasCheckpointMode<S> extends FluentParams<S> {

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
