package io.kindling.spark.files;

import io.kindling.errors.DamagedFileException;
import io.kindling.text.Excerpt;
import java.io.BufferedInputStream;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Optional;
import org.apache.hadoop.fs.ChecksumException;
import org.apache.hadoop.fs.FSDataInputStream;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;

/**
 * A file of any Hadoop file system that is known to be one: on a local disk no symbolic link, device or named pipe, each of
 * which could hang its reader or lead it elsewhere. Nothing is opened to find out.
 */
public final class RegularFile {
    private final FileSystem files;
    private final Path path;
    private final String name;
    private final long length;

    private RegularFile(FileSystem files, Path path, String name, long length) {
        this.files = files;
        this.path = path;
        this.name = name;
        this.length = length;
    }

    /**
     * Looks at a path.
     *
     * @throws FileNotFoundException if there is nothing
     * @throws IOException if it is no regular file, or its hidden file of checksums cannot be one
     */
    public static RegularFile of(FileSystem files, Path path) throws IOException {
        return of(files, path, path.getName());
    }

    /**
     * Looks at a path.
     *
     * @param name what messages call it
     * @throws FileNotFoundException if there is nothing
     * @throws IOException if it is no regular file, or its hidden file of checksums cannot be one
     */
    public static RegularFile of(FileSystem files, Path path, String name) throws IOException {
        Optional<java.nio.file.Path> local = local(files, path);
        long length = local.isPresent() ? localLength(local.get(), name) : remoteLength(files, path, name);
        if (local.isPresent()) {
            HiddenChecksums.require(files, path, name, length);
        }
        return new RegularFile(files, path, name, length);
    }

    /** Its place on a local disk, if that is where it is. */
    static Optional<java.nio.file.Path> local(FileSystem files, Path path) throws IOException {
        try {
            return LocalDisk.path(files, path);
        } catch (InvalidPathException impossible) {
            throw new FileNotFoundException(Excerpt.of(path) + " cannot be the name of a file.");
        }
    }

    private static long localLength(java.nio.file.Path path, String name) throws IOException {
        BasicFileAttributes found;
        try {
            found = Files.readAttributes(path, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
        } catch (NoSuchFileException missing) {
            throw new FileNotFoundException(FileName.quoted(name) + " is missing.");
        }
        if (!found.isRegularFile()) {
            throw notRegular(
                    name, found.isSymbolicLink() ? "a symbolic link" : found.isDirectory() ? "a directory" : "");
        }
        return found.size();
    }

    private static long remoteLength(FileSystem files, Path path, String name) throws IOException {
        FileStatus found;
        try {
            found = files.getFileStatus(path);
        } catch (FileNotFoundException missing) {
            throw new FileNotFoundException(FileName.quoted(name) + " is missing.");
        }
        if (!found.isFile()) {
            throw notRegular(name, found.isDirectory() ? "a directory" : "");
        }
        return found.getLen();
    }

    private static IOException notRegular(String name, String found) {
        return new DamagedFileException(FileName.quoted(name) + " must be a regular file. It is "
                + (found.isEmpty() ? "a device or a named pipe" : found) + ".");
    }

    /** Where it is. */
    public Path path() {
        return path;
    }

    /** What messages call it. */
    public String name() {
        return name;
    }

    /** How many bytes it has. */
    public long length() {
        return length;
    }

    /** Opens it for reading at any place. */
    public FSDataInputStream seekable() throws IOException {
        return files.open(path);
    }

    /** Opens it. */
    public InputStream open() throws IOException {
        return new BufferedInputStream(files.open(path));
    }

    /**
     * All of its bytes.
     *
     * @param most how many they may be
     * @throws IOException if there are more, or they do not match its hidden file of checksums
     */
    public byte[] bytes(int most) throws IOException {
        if (length > most) {
            throw new DamagedFileException(
                    FileName.quoted(name) + " may have " + most + " bytes at most. It has " + length + ".");
        }
        try (InputStream in = files.open(path)) {
            byte[] bytes = in.readNBytes((int) length);
            if (bytes.length < length || in.read() >= 0) {
                throw new DamagedFileException(FileName.quoted(name) + " has changed while it was read.");
            }
            return bytes;
        } catch (ChecksumException damaged) {
            throw new DamagedFileException(
                    FileName.quoted(name) + " does not match its hidden file of checksums.", damaged);
        }
    }
}
