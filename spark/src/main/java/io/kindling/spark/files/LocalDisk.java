package io.kindling.spark.files;

import java.io.IOException;
import java.net.URI;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.StandardCopyOption;
import java.util.Optional;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.LocalFileSystem;
import org.apache.hadoop.fs.Path;

/**
 * What Hadoop calls a local file system, as Java sees it: it knows links and attributes, why something failed, and moves in
 * one step. Hadoop itself copies what it cannot move.
 */
public final class LocalDisk {

    private LocalDisk() {}

    /**
     * The path on this machine's disk, if that is where it is.
     *
     * @throws InvalidPathException if no file can have that name
     */
    public static Optional<java.nio.file.Path> path(FileSystem files, Path path) {
        URI uri = files.makeQualified(path).toUri();
        return "file".equals(uri.getScheme()) ? Optional.of(java.nio.file.Path.of(uri.getPath())) : Optional.empty();
    }

    /** The file system without the hidden files of checksums that Hadoop puts beside others on a local disk. */
    public static FileSystem withoutChecksums(FileSystem files) {
        return files instanceof LocalFileSystem local ? local.getRawFileSystem() : files;
    }

    /**
     * Moves a file or a directory within a file system in one step; on a local disk a file takes the place of another one.
     *
     * @throws IOException if it cannot, and then nothing has changed
     */
    public static void move(FileSystem files, Path from, Path to) throws IOException {
        Optional<java.nio.file.Path> local = path(files, from);
        if (local.isPresent()) {
            try {
                Files.move(local.get(), path(files, to).orElseThrow(), StandardCopyOption.ATOMIC_MOVE);
            } catch (FileSystemException refused) {
                throw new IOException(from + " cannot be moved to " + to + ": " + reason(refused) + ".", refused);
            }
        } else if (!files.rename(from, to)) {
            throw new IOException(from + " cannot be moved to " + to + ".");
        }
    }

    /** Makes a directory and those it lies in. */
    public static void makeDirectories(FileSystem files, Path directory) throws IOException {
        Optional<java.nio.file.Path> local = path(files, directory);
        if (local.isPresent()) {
            try {
                Files.createDirectories(local.get());
            } catch (FileSystemException refused) {
                throw new IOException("in " + refused.getFile() + ": " + reason(refused) + ".", refused);
            }
        } else if (!files.mkdirs(directory)) {
            throw new IOException(directory + " cannot be made.");
        }
    }

    /** Why the disk refused, without the path. */
    static String reason(FileSystemException refused) {
        if (refused instanceof AccessDeniedException) {
            return "permission denied";
        }
        if (refused instanceof NoSuchFileException) {
            return "no such file or directory";
        }
        if (refused instanceof FileAlreadyExistsException) {
            return "there is a file of that name";
        }
        return refused.getReason() == null ? "the disk refuses it" : refused.getReason();
    }
}
