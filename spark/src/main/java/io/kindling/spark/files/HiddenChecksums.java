package io.kindling.spark.files;

import io.kindling.errors.DamagedFileException;
import java.io.DataInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.util.Optional;
import org.apache.hadoop.fs.ChecksumFileSystem;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;

/**
 * The hidden file of checksums that Hadoop keeps beside each file on a local disk, and opens with it: {@code .name.crc}.
 * Its head says how large a piece each checksum is of, and Hadoop allocates as much.
 */
final class HiddenChecksums {
    private static final int VERSION = 'c' << 24 | 'r' << 16 | 'c' << 8;
    private static final int HEAD = 8;
    private static final int LARGEST_PIECE = 1 << 20;

    private HiddenChecksums() {}

    /**
     * Looks at the checksums of a file, if it has some.
     *
     * @param name what messages call the file
     * @param length of the file
     * @throws IOException if they cannot be those of a file of that length
     */
    static void require(FileSystem files, Path path, String name, long length) throws IOException {
        if (!(files instanceof ChecksumFileSystem checked)) {
            return;
        }
        Optional<java.nio.file.Path> place = RegularFile.local(files, checked.getChecksumFile(path));
        if (place.isEmpty() || !Files.exists(place.get(), LinkOption.NOFOLLOW_LINKS)) {
            return;
        }
        if (!Files.isRegularFile(place.get(), LinkOption.NOFOLLOW_LINKS)
                || !fits(place.get(), Files.size(place.get()), length)) {
            throw new DamagedFileException(FileName.quoted(name) + " does not fit its hidden file of checksums.");
        }
    }

    private static boolean fits(java.nio.file.Path checksums, long size, long length) throws IOException {
        if (size < HEAD) {
            return false;
        }
        try (DataInputStream in = new DataInputStream(Files.newInputStream(checksums))) {
            int version = in.readInt();
            int piece = in.readInt();
            return version == VERSION
                    && piece > 0
                    && piece <= LARGEST_PIECE
                    && size == HEAD + Integer.BYTES * ((length + piece - 1) / piece);
        }
    }
}
