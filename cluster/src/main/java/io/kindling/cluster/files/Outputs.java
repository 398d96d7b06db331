package io.kindling.cluster.files;

import io.kindling.errors.KindlingException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.LocalFileSystem;
import org.apache.hadoop.fs.Path;

/**
 * All that one command writes: claimed before the work starts, so that what cannot be written is refused then, and given
 * back when it ends.
 */
public final class Outputs implements AutoCloseable {
    private final Configuration configuration;
    private final boolean overwrite;
    private final List<Occupied> occupied = new ArrayList<>();
    private final Deque<OutputPath> claimed = new ArrayDeque<>();

    /**
     * Begins with none.
     *
     * @param overwrite whether what Kindling wrote before may be replaced
     */
    public Outputs(Configuration configuration, boolean overwrite) {
        this.configuration = configuration;
        this.overwrite = overwrite;
        occupied.add(new Occupied("the working directory", qualified("", new Path(".")), false));
    }

    /** Protects what is read: nothing may be written over it, around it, or into it. */
    public Outputs reads(String option, String text) {
        return protect(option, text, true);
    }

    /** Protects a directory that the command keeps other things in: no output may replace it. */
    public Outputs keeps(String option, String text) {
        return protect(option, text, false);
    }

    private Outputs protect(String option, String text, boolean closed) {
        String name = option + " " + text;
        Path given = FilePath.of(option, text);
        occupied.add(new Occupied(name, qualified(option, given), closed));
        try {
            FileStatus[] matches = given.getFileSystem(configuration).globStatus(given);
            for (FileStatus match : matches == null ? new FileStatus[0] : matches) {
                occupied.add(new Occupied(name, real(match.getPath()), closed));
            }
        } catch (IOException unreachable) {
            throw new KindlingException(name + " cannot be reached: " + unreachable.getMessage(), unreachable);
        }
        return this;
    }

    /**
     * Makes sure that an output can be written, and that nobody else writes it until this command has ended.
     *
     * @param option the option that names it, for messages
     * @throws KindlingException if it is there and must not be replaced, or cannot be written
     */
    public OutputPath claim(String option, String text) {
        Path path = qualified(option, FilePath.of(option, text));
        if (path.getParent() == null) {
            throw new KindlingException(option + " " + text + " is the root of a file system.");
        }
        OutputPath.requireDirectories(option + " " + text, path, configuration);
        for (Occupied place : occupied) {
            if (place.isHarmedBy(path)) {
                throw new KindlingException(option + " " + text + " would be written over, around or into "
                        + place.name() + ". Name another place.");
            }
        }
        OutputPath output = OutputPath.claim(option + " " + text, path, overwrite, configuration);
        claimed.push(output);
        occupied.add(new Occupied(option + " " + text, path, true));
        return output;
    }

    /** The same where an option may not have been given. */
    public Optional<OutputPath> claim(String option, Optional<String> text) {
        return text.map(given -> claim(option, given));
    }

    private Path qualified(String option, Path given) {
        try {
            FileSystem files = given.getFileSystem(configuration);
            return real(files.makeQualified(given));
        } catch (IOException unreachable) {
            throw new KindlingException(
                    option + " " + given + " cannot be reached: " + unreachable.getMessage(), unreachable);
        }
    }

    /** On a local disk, the path without symbolic links on its way; the last part stays, as it may be one itself. */
    private Path real(Path path) throws IOException {
        if (!(path.getFileSystem(configuration) instanceof LocalFileSystem local) || path.getParent() == null) {
            return path;
        }
        java.nio.file.Path parent = local.pathToFile(path.getParent()).toPath();
        List<java.nio.file.Path> missing = new ArrayList<>();
        while (parent != null && !Files.exists(parent)) {
            missing.add(0, parent.getFileName());
            parent = parent.getParent();
        }
        if (parent == null) {
            return path;
        }
        java.nio.file.Path real = parent.toRealPath();
        for (java.nio.file.Path part : missing) {
            real = real.resolve(part);
        }
        return local.makeQualified(new Path(new Path(real.toUri()), path.getName()));
    }

    @Override
    public void close() {
        List<IOException> failures = new ArrayList<>();
        while (!claimed.isEmpty()) {
            try {
                claimed.pop().close();
            } catch (IOException failed) {
                failures.add(failed);
            }
        }
        if (!failures.isEmpty()) {
            throw new UncheckedIOException(failures.get(0));
        }
    }
}
