package io.kindling.spark.checkpoint;

import java.util.Optional;
import java.util.function.Consumer;

/** Keeps where a training stands, and finds it again. */
public interface Checkpoints extends AutoCloseable {

    /** Keeps nothing. */
    Checkpoints NONE = new Checkpoints() {

        @Override
        public Optional<Checkpoint> resume(RunIdentity run, Checkpoint start, int epochs, Consumer<String> notices) {
            return Optional.empty();
        }

        @Override
        public void roundFinished(Checkpoint checkpoint, boolean last) {}

        @Override
        public void interrupted(Checkpoint checkpoint) {}

        @Override
        public Optional<String> newest() {
            return Optional.empty();
        }

        @Override
        public void close() {}
    };

    /**
     * Where the run stood when it was interrupted, if it was. From now until {@link #close()} no other training can keep
     * its checkpoints in the same place.
     *
     * @param start where the run begins otherwise; what is found has as many numbers
     * @param epochs how many it is to have
     * @param notices told what a person should know
     * @throws CheckpointMismatchException if another run was interrupted here; it says what differs
     */
    Optional<Checkpoint> resume(RunIdentity run, Checkpoint start, int epochs, Consumer<String> notices);

    /**
     * Keeps where the run stands if it is time, and always after the last round.
     *
     * @param last whether the training has ended
     */
    void roundFinished(Checkpoint checkpoint, boolean last);

    /** Keeps where the run stood after its last whole round, unless that is kept already. */
    void interrupted(Checkpoint checkpoint);

    /** Where the newest checkpoint of this run is. */
    Optional<String> newest();

    /** Lets other trainings use the place. */
    @Override
    void close();
}
