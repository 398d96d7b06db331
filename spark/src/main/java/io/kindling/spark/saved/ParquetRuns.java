package io.kindling.spark.saved;

import io.kindling.errors.DamagedFileException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/**
 * Small numbers in runs, as Parquet writes levels and indices: each run says how many numbers it has, and its reader
 * allocates as many. No run may have more than the page.
 */
final class ParquetRuns {
    private static final int WIDEST = 32;
    /** Numbers of as many bits as wanted are written in groups of so many, the last filled up. */
    private static final int GROUP = 8;

    private final ByteBuffer bytes;
    private final int count;

    /**
     * The runs of a page.
     *
     * @param count how many values the page has
     */
    ParquetRuns(byte[] bytes, int count) {
        this.bytes = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
        this.count = count;
    }

    /** Passes over levels that begin with their length in bytes. */
    void requireBlock(int largest) throws IOException {
        ParquetFile.demand(bytes.remaining() >= Integer.BYTES, "the levels of a page are longer than it is.");
        int length = bytes.getInt();
        ParquetFile.demand(length >= 0 && length <= bytes.remaining(), "the levels of a page are longer than it is.");
        int end = bytes.position() + length;
        requireRuns(width(largest), end);
        bytes.position(end);
    }

    /** All that is left is levels. */
    void requireRest(int largest) throws IOException {
        requireRuns(width(largest), bytes.limit());
    }

    /** All that is left is indices into a dictionary, after a byte with their width. */
    void requireIndices() throws IOException {
        if (bytes.hasRemaining()) {
            int width = bytes.get() & 0xff;
            ParquetFile.demand(width <= WIDEST, "an index of " + width + " bits is too wide.");
            requireRuns(width, bytes.limit());
        }
    }

    private static int width(int largest) {
        return Integer.SIZE - Integer.numberOfLeadingZeros(largest);
    }

    private void requireRuns(int width, int end) throws IOException {
        long numbers = 0;
        while (bytes.position() < end && numbers < count) {
            int head = varint(end);
            boolean isPacked = (head & 1) == 1;
            long run = isPacked ? (long) GROUP * (head >>> 1) : head >>> 1;
            ParquetFile.demand(
                    run > 0 && run <= count - numbers + GROUP, "a run in a page has more numbers than the page.");
            numbers += run;
            long size = isPacked ? run / GROUP * width : (width + Byte.SIZE - 1) / Byte.SIZE;
            bytes.position((int) Math.min(end, bytes.position() + size));
        }
    }

    private int varint(int end) throws IOException {
        int value = 0;
        for (int shift = 0; shift < Integer.SIZE; shift += 7) {
            ParquetFile.demand(bytes.position() < end, "a run in a page is cut short.");
            byte next = bytes.get();
            value |= (next & 0x7f) << shift;
            if (next >= 0) {
                return value;
            }
        }
        throw new DamagedFileException("a run in a page has no length.");
    }
}
