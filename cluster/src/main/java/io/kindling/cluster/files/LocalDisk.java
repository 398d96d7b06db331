package io.kindling.cluster.files;

import java.util.Optional;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.LocalFileSystem;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.fs.RawLocalFileSystem;

/** What Hadoop calls a local file system, as Java sees it. */
final class LocalDisk {

    private LocalDisk() {}

    /** The path on this machine's disk, if that is where it is. */
    static Optional<java.nio.file.Path> path(FileSystem files, Path path) {
        if (files instanceof LocalFileSystem local) {
            return Optional.of(local.pathToFile(path).toPath());
        }
        if (files instanceof RawLocalFileSystem local) {
            return Optional.of(local.pathToFile(path).toPath());
        }
        return Optional.empty();
    }

    /** The file system without the hidden files of checksums that Hadoop puts beside others on a local disk. */
    static FileSystem withoutChecksums(FileSystem files) {
        return files instanceof LocalFileSystem local ? local.getRawFileSystem() : files;
    }
}
