package io.kindling.spark.checkpoint;

import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** Keeps where a training stands, and finds it again. */
public interface Checkpoints extends AutoCloseable {

    /** Keeps nothing. */
    Checkpoints NONE = new Checkpoints() {

        @Override
        public Optional<Position> resume(
                Supplier<RunIdentity> run, Position first, TrainingLength length, Consumer<String> notices) {
            return Optional.empty();
        }

        @Override
        public void roundFinished(Position position, boolean last) {}

        @Override
        public void interrupted() {}

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
     * @param run which it is; asked for only where something is kept, as it takes a job to know
     * @param first where the run begins otherwise; what is found has as many numbers
     * @param length how long it is to be
     * @param notices told what a person should know
     * @throws CheckpointMismatchException if another run was interrupted here; it says what differs
     */
    Optional<Position> resume(
            Supplier<RunIdentity> run, Position first, TrainingLength length, Consumer<String> notices);

    /**
     * Keeps where the run stands if it is time, and always after the last round.
     *
     * @param last whether the training has ended
     */
    void roundFinished(Position position, boolean last);

    /** Keeps where the run stood after its last whole round, unless that is kept already. */
    void interrupted();

    /** Where the newest checkpoint of this run is. */
    Optional<String> newest();

    /** Lets other trainings use the place. */
    @Override
    void close();
}
