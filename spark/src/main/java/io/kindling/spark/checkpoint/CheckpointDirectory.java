package io.kindling.spark.checkpoint;

import io.kindling.persistence.VectorFile;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;

/**
 * Checkpoints in a directory of any Hadoop file system: the last two are kept, each written under another name first and
 * then renamed, so that there is always a whole one.
 *
 * <p>A run that has ended leaves its last checkpoint, so that the same run again ends at once; another run replaces it.
 */
public final class CheckpointDirectory implements Checkpoints {
    private static final int KEPT = 2;
    private static final Pattern NAME = Pattern.compile("checkpoint-\\d{12}");
    private static final String UNFINISHED = "_unfinished-";

    private final FileSystem files;
    private final Path directory;
    private final int interval;
    private RunIdentity run;
    private long rounds;
    private Path newest;

    /**
     * Uses a directory, which is made when it is needed.
     *
     * @param interval rounds between checkpoints; at least 1
     */
    public CheckpointDirectory(String directory, int interval, Configuration hadoop) {
        this.directory = new Path(directory);
        this.interval = interval;
        try {
            this.files = this.directory.getFileSystem(hadoop);
        } catch (IOException unreachable) {
            throw failed("be used", unreachable);
        }
    }

    @Override
    public Optional<Checkpoint> resume(RunIdentity wanted, int epochs, Consumer<String> notices) {
        run = wanted;
        try {
            for (Path file : newestFirst()) {
                VectorFile.Content content = read(file, notices);
                if (content != null) {
                    return continued(content, file, epochs, notices);
                }
            }
            return Optional.empty();
        } catch (IOException unreadable) {
            throw failed("be read", unreadable);
        }
    }

    /** Null if the file is damaged. */
    private VectorFile.Content read(Path file, Consumer<String> notices) {
        try (InputStream in = new BufferedInputStream(files.open(file))) {
            return VectorFile.read(in);
        } catch (IOException damaged) {
            notices.accept(
                    "The checkpoint " + file + " cannot be used, so the one before it is: " + damaged.getMessage());
            return null;
        }
    }

    private Optional<Checkpoint> continued(
            VectorFile.Content content, Path file, int epochs, Consumer<String> notices) {
        Checkpoint found = CheckpointContent.checkpoint(content);
        List<String> differences = run.differences(CheckpointContent.run(content));
        boolean tooFar = found.epoch() > epochs || found.epoch() == epochs && found.round() > 0;
        if (differences.isEmpty() && !tooFar) {
            rounds = Long.parseLong(file.getName().replaceAll("\\D", ""));
            notices.accept("Training continues from the checkpoint " + file + ", at epoch " + (found.epoch() + 1)
                    + ", round " + (found.round() + 1) + ".");
            newest = file;
            return Optional.of(found);
        }
        if (CheckpointContent.hasEnded(content)) {
            return Optional.empty();
        }
        throw new CheckpointMismatchException("The directory " + directory + " holds the checkpoint of another training"
                + " that was interrupted. It differs in: "
                + (differences.isEmpty() ? "epochs" : String.join(", ", differences))
                + ". Set another checkpointDir, or delete it.");
    }

    @Override
    public void roundFinished(Checkpoint checkpoint, boolean last) {
        rounds++;
        if (!last && rounds % interval != 0) {
            return;
        }
        String name = String.format("checkpoint-%012d", rounds);
        Path unfinished = new Path(directory, UNFINISHED + name);
        Path whole = new Path(directory, name);
        try {
            try (OutputStream out = new BufferedOutputStream(files.create(unfinished, true))) {
                VectorFile.write(CheckpointContent.of(checkpoint, run, last), out);
            }
            files.delete(whole, false);
            if (!files.rename(unfinished, whole)) {
                throw new IOException(unfinished + " cannot be renamed to " + whole + ".");
            }
            newest = whole;
            deleteOld();
        } catch (IOException failed) {
            throw failed("be written", failed);
        }
    }

    @Override
    public Optional<String> newest() {
        return Optional.ofNullable(newest).map(Path::toString);
    }

    private void deleteOld() throws IOException {
        List<Path> all = newestFirst();
        for (Path old : all.subList(Math.min(KEPT, all.size()), all.size())) {
            files.delete(old, false);
        }
    }

    private List<Path> newestFirst() throws IOException {
        if (!files.exists(directory)) {
            return List.of();
        }
        return Arrays.stream(files.listStatus(directory))
                .map(FileStatus::getPath)
                .filter(file -> NAME.matcher(file.getName()).matches())
                .sorted(Comparator.comparing(Path::getName).reversed())
                .toList();
    }

    private UncheckedIOException failed(String doing, IOException cause) {
        return new UncheckedIOException(
                "The checkpoints in " + directory + " cannot " + doing + ": " + cause.getMessage(), cause);
    }
}
