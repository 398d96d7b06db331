package io.kindling.spark.files;

import io.kindling.errors.DamagedFileException;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;

/**
 * All files below a directory that Spark could read, each a {@link RegularFile}, by their names within it with slashes
 * between. What Spark passes over is left out: {@code _SUCCESS} and names that begin with a dot.
 */
public final class FileTree {
    private static final int MOST_FILES = 10_000;
    private static final int DEEPEST = 20;
    /** Spark reads these two in spite of their names. */
    private static final Set<String> SUMMARIES = Set.of("_metadata", "_common_metadata");

    /** Where it lies in the directory that was looked through. */
    private final String prefix;

    private final SortedMap<String, RegularFile> files;

    private FileTree(String prefix, SortedMap<String, RegularFile> files) {
        this.prefix = prefix;
        this.files = files;
    }

    /**
     * Looks through a directory without opening a file.
     *
     * @throws FileNotFoundException if there is none
     * @throws IOException if there is a link, a device or a named pipe in it, or more than anybody keeps in one directory
     */
    public static FileTree of(FileSystem files, Path directory) throws IOException {
        FileStatus status;
        try {
            status = files.getFileStatus(directory);
        } catch (FileNotFoundException missing) {
            throw new FileNotFoundException("it does not exist.");
        }
        if (!status.isDirectory()) {
            throw new DamagedFileException("it is not a directory.");
        }
        SortedMap<String, RegularFile> found = new TreeMap<>();
        add(files, directory, "", 0, found);
        return new FileTree("", found);
    }

    private static void add(
            FileSystem files, Path directory, String prefix, int depth, SortedMap<String, RegularFile> found)
            throws IOException {
        if (depth > DEEPEST) {
            throw new DamagedFileException(
                    FileName.quoted(prefix) + " lies more than " + DEEPEST + " directories deep.");
        }
        for (FileStatus entry : files.listStatus(directory)) {
            String name = entry.getPath().getName();
            if (isPassedOver(name)) {
                continue;
            }
            if (isDirectory(files, entry)) {
                add(files, entry.getPath(), prefix + name + "/", depth + 1, found);
            } else {
                found.put(prefix + name, RegularFile.of(files, entry.getPath(), prefix + name));
            }
            if (found.size() > MOST_FILES) {
                throw new DamagedFileException("it has more than " + MOST_FILES + " files.");
            }
        }
    }

    private static boolean isPassedOver(String name) {
        return name.startsWith(".") || name.startsWith("_") && !name.contains("=") && !SUMMARIES.contains(name);
    }

    private static boolean isDirectory(FileSystem files, FileStatus entry) throws IOException {
        Optional<java.nio.file.Path> local = RegularFile.local(files, entry.getPath());
        return local.isPresent() ? Files.isDirectory(local.get(), LinkOption.NOFOLLOW_LINKS) : entry.isDirectory();
    }

    /** The files by name, in the order of their names. */
    public SortedMap<String, RegularFile> files() {
        return files;
    }

    /** Whether there is a file of that name, or one in a directory of that name. */
    public boolean has(String name) {
        return files.containsKey(name) || !below(name).files.isEmpty();
    }

    /**
     * The file of a name.
     *
     * @throws FileNotFoundException if there is none
     */
    public RegularFile file(String name) throws FileNotFoundException {
        RegularFile file = files.get(name);
        if (file == null) {
            throw missing(name);
        }
        return file;
    }

    /** What is said where a file or directory is missing. */
    public FileNotFoundException missing(String name) {
        return new FileNotFoundException("it has no " + FileName.quoted(prefix + name) + ".");
    }

    /** The names of the files and directories that lie in it directly. */
    public SortedSet<String> entries() {
        SortedSet<String> entries = new TreeSet<>();
        files.keySet().forEach(name -> entries.add(name.split("/", 2)[0]));
        return entries;
    }

    /** A directory in this one; empty if there is none of that name. */
    public FileTree below(String name) {
        String prefix = name + "/";
        SortedMap<String, RegularFile> below = new TreeMap<>();
        // After a slash comes the digit 0.
        files.subMap(prefix, name + "0").forEach((key, file) -> below.put(key.substring(prefix.length()), file));
        return new FileTree(this.prefix + prefix, below);
    }
}
