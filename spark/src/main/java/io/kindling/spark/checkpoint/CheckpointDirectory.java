package io.kindling.spark.checkpoint;

import io.kindling.errors.DamagedFileException;
import io.kindling.spark.files.Lease;
import io.kindling.spark.files.LeaseHeldException;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;

/**
 * Checkpoints in a directory of any Hadoop file system, which belongs to one training: the one its checkpoints name.
 *
 * <p>A training that has ended leaves its last checkpoint, so that the same training again ends at once; another one takes
 * its place. A training that was interrupted keeps its place until it has ended, or until {@link CheckpointMode#RESTART}
 * is asked for. While a training runs it holds the {@link Lease} of its directory.
 */
public final class CheckpointDirectory implements Checkpoints {
    private static final String SUBFOLDER = "run-";

    private final CheckpointSettings settings;
    private final FileSystem files;
    private final Path root;
    private Optional<Place> place = Optional.empty();
    private long rounds;
    /** Where training stands after its last whole round, unless that is in the newest checkpoint. */
    private Optional<Position> unkept = Optional.empty();

    private Optional<Path> newest = Optional.empty();

    /** Where this training keeps its checkpoints, and its right to do so. */
    private record Place(Path directory, CheckpointFiles checkpoints, Lease lease, RunIdentity run) {}

    /** Uses a directory, which is made when it is needed. */
    public CheckpointDirectory(CheckpointSettings settings, Configuration hadoop) {
        this.settings = settings;
        this.root = new Path(settings.directory());
        try {
            this.files = root.getFileSystem(hadoop);
        } catch (IOException unreachable) {
            throw failed("be used", unreachable);
        }
    }

    @Override
    public Optional<Position> resume(
            Supplier<RunIdentity> run, Position first, TrainingLength length, Consumer<String> notices) {
        RunIdentity identity = run.get();
        try {
            Place taken = take(identity, notices);
            place = Optional.of(taken);
            taken.checkpoints().deleteUnfinished();
            if (settings.mode() == CheckpointMode.RESTART) {
                if (taken.checkpoints().exist()) {
                    notices.accept("The checkpoints in " + taken.directory()
                            + " are deleted, and training begins anew, as checkpointMode is restart.");
                }
                taken.checkpoints().deleteAll();
                return Optional.empty();
            }
            Optional<CheckpointFiles.Found> found = taken.checkpoints().newest(notices);
            return found.isEmpty() ? Optional.empty() : continued(taken, found.get(), first, length, notices);
        } catch (IOException unreadable) {
            close();
            throw failed("be used", unreadable);
        } catch (RuntimeException refused) {
            close();
            throw refused;
        }
    }

    /** The directory itself, or a subfolder if this is asked for or another training of this process is in it. */
    private Place take(RunIdentity run, Consumer<String> notices) throws IOException {
        Path own = new Path(root, SUBFOLDER + run.hash());
        if (settings.separates() || files.exists(own)) {
            return taken(own, run);
        }
        try {
            return taken(root, run);
        } catch (LeaseHeldException held) {
            if (!held.isHeldHere()) {
                throw held;
            }
            notices.accept("Another training of this process keeps its checkpoints in " + root
                    + ", so those of this one" + " are in " + own + ".");
            return taken(own, run);
        }
    }

    private Place taken(Path directory, RunIdentity run) throws IOException {
        Lease lease = Lease.acquire(files, directory, "The directory of checkpoints " + directory);
        return new Place(directory, new CheckpointFiles(files, directory), lease, run);
    }

    private Optional<Position> continued(
            Place taken, CheckpointFiles.Found found, Position first, TrainingLength length, Consumer<String> notices)
            throws IOException {
        Position position = found.position();
        List<String> differences = taken.run().differences(CheckpointContent.run(found.content()));
        if (differences.isEmpty() && !position.isBeyond(length)) {
            requireFit(found, first, length);
            rounds = found.rounds();
            newest = Optional.of(found.file());
            notices.accept("Training continues from the checkpoint " + found.file() + ", at epoch "
                    + (position.epoch() + 1) + ", round " + (position.round() + 1) + ".");
            return Optional.of(position);
        }
        String differs = differences.isEmpty() ? "epochs" : String.join(", ", differences);
        if (CheckpointContent.hasEnded(found.content())) {
            notices.accept(
                    "The checkpoints in " + taken.directory() + " are of another training, which has ended, and are"
                            + " replaced. It differs in: " + differs + ".");
            taken.checkpoints().deleteAll();
            return Optional.empty();
        }
        throw new CheckpointMismatchException("The directory " + taken.directory() + " holds the checkpoint of another"
                + " training that was interrupted. It differs in: " + differs
                + ". Set another checkpointDir, or checkpointMode to separate (a subfolder of its own) or restart"
                + " (deletes it).");
    }

    /** Refuses what only somebody else can have written under the name of this training. */
    private static void requireFit(CheckpointFiles.Found found, Position first, TrainingLength length)
            throws IOException {
        if (!found.position().isLike(first)) {
            throw new DamagedFileException(found.file() + " has other numbers than the network it names.");
        }
        if (found.position().round() >= length.roundsPerEpoch()) {
            throw new DamagedFileException(found.file() + " stands at a round that its training does not have.");
        }
    }

    @Override
    public void roundFinished(Position position, boolean last) {
        rounds++;
        unkept = Optional.of(position);
        if (last || rounds % settings.interval() == 0) {
            keep(position, last);
        }
    }

    @Override
    public void interrupted() {
        unkept.ifPresent(position -> keep(position, false));
    }

    private void keep(Position position, boolean ended) {
        Place own = place.orElseThrow();
        try {
            own.lease().requireHeld();
            newest = Optional.of(own.checkpoints().write(rounds, CheckpointContent.of(position, own.run(), ended)));
            unkept = Optional.empty();
        } catch (IOException failed) {
            throw failed("be written", failed);
        }
    }

    @Override
    public Optional<String> newest() {
        return newest.map(Path::toString);
    }

    @Override
    public void close() {
        Optional<Place> left = place;
        place = Optional.empty();
        if (left.isPresent()) {
            try {
                left.get().lease().close();
            } catch (IOException failed) {
                throw failed("be released", failed);
            }
        }
    }

    private CheckpointAccessException failed(String doing, IOException cause) {
        return new CheckpointAccessException(
                "The checkpoints in " + root + " cannot " + doing + ": " + cause.getMessage(), cause);
    }
}
