package io.kindling.spark.sources;

import io.kindling.spark.data.BadDataException;
import java.io.DataInputStream;
import java.io.IOException;

/**
 * What stands at the start of an IDX file: two zero bytes, the type of the values, the number of dimensions, then each
 * dimension as a big-endian 32-bit number.
 *
 * @param rows the first dimension
 * @param rowSize the product of the others: the bytes of a row
 * @param bytes the length of the header itself
 */
record IdxHeader(int rows, int rowSize, int bytes) {
    private static final int UNSIGNED_BYTES = 0x08;
    private static final int MOST_DIMENSIONS = 4;
    private static final int LONGEST_ROW = 1 << 24;

    /** How long the file must be. */
    long fileLength() {
        return bytes + (long) rows * rowSize;
    }

    /**
     * Reads a header.
     *
     * @param labels whether the file must hold labels, of one dimension, or else images
     * @throws BadDataException if it is none
     */
    static IdxHeader read(String file, DataInputStream in, boolean labels) throws IOException {
        int magic = in.readInt();
        int dimensions = magic & 0xff;
        if (magic >>> 8 != UNSIGNED_BYTES || dimensions < 1 || dimensions > MOST_DIMENSIONS) {
            throw new BadDataException("The file " + file + " is not an IDX file of bytes: it must start with 00 00 08 "
                    + (labels ? "01" : "03") + ". Received: "
                    + String.format(
                            "%02x %02x %02x %02x", magic >>> 24, magic >>> 16 & 0xff, magic >>> 8 & 0xff, dimensions)
                    + ".");
        }
        if (labels != (dimensions == 1)) {
            throw new BadDataException("The file " + file + " must hold "
                    + (labels ? "labels, of one dimension" : "images, of two or more dimensions") + ". It has "
                    + dimensions + ".");
        }
        int rows = dimension(file, in);
        long rowSize = 1;
        for (int i = 1; i < dimensions; i++) {
            rowSize = Math.min(rowSize * dimension(file, in), Integer.MAX_VALUE);
        }
        if (rowSize > LONGEST_ROW) {
            throw new BadDataException("The file " + file + " is damaged: its header gives every row more than "
                    + LONGEST_ROW + " bytes.");
        }
        return new IdxHeader(rows, (int) rowSize, Integer.BYTES * (1 + dimensions));
    }

    private static int dimension(String file, DataInputStream in) throws IOException {
        int dimension = in.readInt();
        if (dimension < 1) {
            throw new BadDataException("The file " + file + " is empty or damaged: its header gives a dimension of "
                    + Integer.toUnsignedString(dimension) + ".");
        }
        return dimension;
    }
}
