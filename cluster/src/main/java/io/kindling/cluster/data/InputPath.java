package io.kindling.cluster.data;

import io.kindling.cluster.files.FilePath;
import io.kindling.spark.data.BadDataException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;

/**
 * What a person's text for a file of data stands for: the file or directory of exactly this name or, where there is
 * none, all that match it as a pattern.
 *
 * @param text as it was given
 * @param pattern the same as a pattern for Spark, in which a name's own brackets and stars are escaped
 * @param found what there is, at least one
 */
public record InputPath(String text, String pattern, List<FileStatus> found) {

    public InputPath {
        found = List.copyOf(found);
    }

    /**
     * Looks for the file.
     *
     * @throws BadDataException if there is none, or it is empty
     */
    static InputPath find(Configuration configuration, String text) throws IOException {
        Path path = FilePath.of("--data", text);
        FileSystem files = path.getFileSystem(configuration);
        if (files.exists(path)) {
            FileStatus status = files.getFileStatus(path);
            if (status.isFile() && status.getLen() == 0) {
                throw new BadDataException("The data file " + text + " is empty.");
            }
            return new InputPath(text, text.replaceAll("[{}\\[\\]*?\\\\]", "\\\\$0"), List.of(status));
        }
        FileStatus[] matching = files.globStatus(path);
        if (matching == null || matching.length == 0) {
            throw new BadDataException("The data file " + text + " does not exist.");
        }
        return new InputPath(text, text, Arrays.asList(matching));
    }

    /** Whether it is a single directory. */
    boolean isDirectory() {
        return found.size() == 1 && found.get(0).isDirectory();
    }

    /** The name of the file, or the pattern of several. */
    String name() {
        return FilePath.of("--data", text).getName();
    }

    /** One file of data; empty directories have none. */
    List<Path> firstFile(Configuration configuration) throws IOException {
        return files(configuration).stream().limit(1).map(FileStatus::getPath).toList();
    }

    /** All files of data, those that lie in directories, too. */
    List<FileStatus> files(Configuration configuration) throws IOException {
        List<FileStatus> all = new ArrayList<>();
        for (FileStatus status : found) {
            if (status.isFile()) {
                all.add(status);
                continue;
            }
            FileSystem files = status.getPath().getFileSystem(configuration);
            for (FileStatus inside : files.listStatus(status.getPath())) {
                if (inside.isFile() && !inside.getPath().getName().matches("[._].*")) {
                    all.add(inside);
                }
            }
        }
        return all;
    }
}
