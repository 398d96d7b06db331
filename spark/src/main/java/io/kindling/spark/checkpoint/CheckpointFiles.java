package io.kindling.spark.checkpoint;

import io.kindling.persistence.VectorFile;
import io.kindling.spark.files.LocalDisk;
import io.kindling.spark.files.RegularFile;
import io.kindling.text.Excerpt;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;

/**
 * The checkpoints in one directory, numbered by rounds: the last two are kept, each written under another name first and
 * then renamed, so that there is always a whole one.
 */
final class CheckpointFiles {
    private static final int KEPT = 2;
    private static final Pattern NAME = Pattern.compile("checkpoint-\\d{12}");
    private static final String UNFINISHED = "_unfinished-";
    private static final String DAMAGED = "_damaged-";

    private final FileSystem files;
    /** A checkpoint has a checksum of its own. */
    private final FileSystem plain;

    private final Path directory;

    CheckpointFiles(FileSystem files, Path directory) {
        this.files = files;
        this.plain = LocalDisk.withoutChecksums(files);
        this.directory = directory;
    }

    /** A checkpoint and the file it was in. */
    record Found(Path file, VectorFile.Content content, Position position) {

        /** How many rounds were finished. */
        long rounds() {
            return Long.parseLong(file.getName().replaceAll("\\D", ""));
        }
    }

    /** Whether there is any. */
    boolean exist() throws IOException {
        return !newestFirst().isEmpty();
    }

    /**
     * The newest that is whole. Damaged ones that are newer get another name, so that they stand in the way of none that
     * is written later.
     */
    Optional<Found> newest(Consumer<String> notices) throws IOException {
        List<Path> all = newestFirst();
        for (Path file : all) {
            try (InputStream in = RegularFile.of(plain, file).open()) {
                VectorFile.Content content = VectorFile.read(in);
                return Optional.of(new Found(file, content, CheckpointContent.read(content)));
            } catch (IOException damaged) {
                notices.accept(Excerpt.sentence("The checkpoint " + file + " cannot be used, so the one before it is: "
                        + damaged.getMessage()));
                Path aside = new Path(directory, DAMAGED + file.getName());
                files.delete(aside, false);
                LocalDisk.move(plain, file, aside);
            }
        }
        if (!all.isEmpty()) {
            notices.accept("No checkpoint in " + directory + " can be used, so training begins anew.");
        }
        return Optional.empty();
    }

    /** Writes one, and deletes those before the last two. */
    Path write(long rounds, VectorFile.Content content) throws IOException {
        String name = String.format("checkpoint-%012d", rounds);
        Path unfinished = new Path(directory, UNFINISHED + name);
        Path whole = new Path(directory, name);
        try (OutputStream out = new BufferedOutputStream(plain.create(unfinished, true))) {
            VectorFile.write(content, out);
        } catch (IOException failed) {
            files.delete(unfinished, false);
            throw failed;
        }
        LocalDisk.move(plain, unfinished, whole);
        List<Path> all = newestFirst();
        for (Path old : all.subList(Math.min(KEPT, all.size()), all.size())) {
            files.delete(old, false);
        }
        return whole;
    }

    /** Deletes what writers that were killed had not finished. */
    void deleteUnfinished() throws IOException {
        for (FileStatus file : files.listStatus(directory)) {
            if (file.isFile() && file.getPath().getName().startsWith(UNFINISHED)) {
                files.delete(file.getPath(), false);
            }
        }
    }

    /** Deletes all, the oldest last, so that what is left of an interrupted deletion is a whole checkpoint. */
    void deleteAll() throws IOException {
        for (Path file : newestFirst()) {
            files.delete(file, false);
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
}
