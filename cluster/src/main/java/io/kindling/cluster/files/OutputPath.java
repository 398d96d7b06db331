package io.kindling.cluster.files;

import java.io.IOException;
import java.io.OutputStream;
import java.util.UUID;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.LocalFileSystem;
import org.apache.hadoop.fs.Path;

/** A file or directory to be written: complete under its name, or not there. */
public final class OutputPath {
    private final Path path;
    private final FileSystem files;
    private final boolean overwrite;

    private OutputPath(Path path, FileSystem files, boolean overwrite) {
        this.path = path;
        this.files = files;
        this.overwrite = overwrite;
    }

    /** Writes to a place that is not the final one. */
    public interface Writer {
        void writeTo(Path temporary) throws IOException;
    }

    /**
     * Checks that an output can be written, before the work for it starts.
     *
     * @param option the option that names it, for messages
     * @throws IllegalArgumentException if it exists and must not be replaced, or its parent is not a directory
     */
    public static OutputPath of(String option, String text, boolean overwrite, Configuration configuration) {
        try {
            Path given = FilePath.of(option, text);
            FileSystem files = given.getFileSystem(configuration);
            Path path = files.makeQualified(given);
            if (files.exists(path) && !overwrite) {
                throw new IllegalArgumentException(option + " " + text + " exists already. --overwrite replaces it.");
            }
            for (Path parent = path.getParent(); parent != null; parent = parent.getParent()) {
                if (files.exists(parent)) {
                    if (!files.getFileStatus(parent).isDirectory()) {
                        throw new IllegalArgumentException(
                                option + " " + text + " cannot be written: " + parent + " is not a directory.");
                    }
                    break;
                }
            }
            return new OutputPath(path, files, overwrite);
        } catch (IOException failed) {
            throw new IllegalArgumentException(
                    option + " " + text + " cannot be written: " + failed.getMessage(), failed);
        }
    }

    /** Where it will be. */
    public FileSystem files() {
        return files;
    }

    /** Starts a single file; on a local disk, without the hidden file of checksums Hadoop would put beside it. */
    public OutputStream create(Path temporary) throws IOException {
        FileSystem plain = files instanceof LocalFileSystem local ? local.getRawFileSystem() : files;
        return plain.create(temporary, false);
    }

    /** Writes beside the place, then moves what is complete to it; what fails is deleted. */
    public void write(Writer writer) throws IOException {
        Path temporary = sibling("incomplete");
        try {
            writer.writeTo(temporary);
            publish(temporary);
        } finally {
            files.delete(temporary, true);
        }
    }

    private void publish(Path complete) throws IOException {
        if (!files.exists(path)) {
            rename(complete, path);
            return;
        }
        if (!overwrite) {
            throw new IllegalArgumentException(path + " has come into being meanwhile. --overwrite replaces it.");
        }
        Path replaced = sibling("replaced");
        rename(path, replaced);
        try {
            rename(complete, path);
        } catch (IOException failed) {
            rename(replaced, path);
            throw failed;
        }
        files.delete(replaced, true);
    }

    private void rename(Path from, Path to) throws IOException {
        if (!files.rename(from, to)) {
            throw new IOException(from + " cannot be renamed to " + to + ".");
        }
    }

    private Path sibling(String what) {
        String random = UUID.randomUUID().toString().substring(0, 8);
        return new Path(path.getParent(), path.getName() + "." + what + "-" + random);
    }
}
