package io.kindling.spark.sources;

import io.kindling.spark.data.BadDataException;
import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.Serializable;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;

/** An IDX file whose header has been checked; it may be compressed with gzip. */
final class IdxFile implements Serializable {
    private static final long serialVersionUID = 1;

    private static final int BUFFER = 1 << 16;
    /** No byte of gzip becomes more than 1032. */
    private static final long MOST_FROM_A_BYTE = 1032;

    private final String path;
    private final int rows;
    private final int rowSize;
    private final int headerSize;

    private IdxFile(String path, IdxHeader header) {
        this.path = path;
        this.rows = header.rows();
        this.rowSize = header.rowSize();
        this.headerSize = header.bytes();
    }

    /**
     * Checks the header of a file, and whether a file of its length can hold what that says.
     *
     * @param labels whether it must hold labels or else images
     * @throws BadDataException saying what is wrong with it
     */
    static IdxFile open(String path, Configuration configuration, boolean labels) {
        return guarded(path, () -> {
            IdxHeader header;
            try (DataInputStream in = stream(path, configuration)) {
                header = IdxHeader.read(path, in, labels);
            }
            Path file = new Path(path);
            long length = file.getFileSystem(configuration).getFileStatus(file).getLen();
            if (isCompressed(path) && length < header.fileLength() / MOST_FROM_A_BYTE) {
                throw new BadDataException("The file " + path + " is damaged: with " + length
                        + " bytes it cannot hold the " + header.fileLength() + " of its " + header.rows() + " rows.");
            }
            if (!isCompressed(path) && length != header.fileLength()) {
                throw new BadDataException("The file " + path + " must be " + header.fileLength()
                        + " bytes long for its " + header.rows() + " rows. It has " + length + ".");
            }
            return new IdxFile(path, header);
        });
    }

    String path() {
        return path;
    }

    int rows() {
        return rows;
    }

    int rowSize() {
        return rowSize;
    }

    /** Rows to be read in order. */
    final class Rows implements AutoCloseable {
        private final DataInputStream in;

        private Rows(DataInputStream in) {
            this.in = in;
        }

        /** Reads the next row. */
        void read(byte[] row) {
            guarded(path, () -> {
                in.readFully(row);
                return row;
            });
        }

        /** Refuses anything after the last row. */
        void requireEnd() {
            guarded(path, () -> {
                if (in.read() >= 0) {
                    throw new BadDataException(
                            "The file " + path + " is damaged: it goes on after its " + rows + " rows.");
                }
                return path;
            });
        }

        @Override
        public void close() throws IOException {
            in.close();
        }
    }

    /** The rows from one on. */
    Rows from(long row, Configuration configuration) {
        return guarded(path, () -> {
            long start = headerSize + row * rowSize;
            if (isCompressed(path)) {
                DataInputStream in = stream(path, configuration);
                in.skipNBytes(start);
                return new Rows(in);
            }
            Path file = new Path(path);
            var in = file.getFileSystem(configuration).open(file);
            in.seek(start);
            return new Rows(new DataInputStream(new BufferedInputStream(in, BUFFER)));
        });
    }

    private static DataInputStream stream(String path, Configuration configuration) throws IOException {
        Path file = new Path(path);
        FileSystem files = file.getFileSystem(configuration);
        InputStream in = files.open(file);
        try {
            return new DataInputStream(
                    new BufferedInputStream(isCompressed(path) ? new GZIPInputStream(in, BUFFER) : in, BUFFER));
        } catch (IOException failed) {
            in.close();
            throw failed;
        }
    }

    private static boolean isCompressed(String path) {
        return path.endsWith(".gz");
    }

    /** Something that reads. */
    private interface Reading<T> {
        T run() throws IOException;
    }

    private static <T> T guarded(String path, Reading<T> reading) {
        try {
            return reading.run();
        } catch (EOFException end) {
            throw new BadDataException("The file " + path + " is cut short.");
        } catch (ZipException damaged) {
            throw new BadDataException("The file " + path + " is not gzip, or damaged: " + damaged.getMessage() + ".");
        } catch (IOException failed) {
            throw new BadDataException("The file " + path + " cannot be read: " + failed.getMessage());
        }
    }
}
