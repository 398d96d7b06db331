package io.kindling.spark.saved;

import java.io.IOException;

/** What a Parquet file may expand to: some millions, and a multiple of its length. */
final class ParquetBudget {
    private static final long FREE_BYTES = 1 << 25;
    private static final long BYTES_PER_BYTE = 32;
    private static final long FREE_VALUES = 1 << 20;
    private static final long VALUES_PER_BYTE = 8;

    private long bytes;
    private long values;

    /** That of a file of so many bytes. */
    ParquetBudget(long length) {
        bytes = FREE_BYTES + BYTES_PER_BYTE * length;
        values = FREE_VALUES + VALUES_PER_BYTE * length;
    }

    /** Takes the bytes of a page without compression. */
    void takeBytes(long claimed) throws IOException {
        ParquetFile.demand(
                claimed >= 0 && claimed <= bytes, "its pages claim to expand to more than its length can hold.");
        bytes -= claimed;
    }

    /** Takes the values of a page. */
    void takeValues(long claimed) throws IOException {
        ParquetFile.demand(
                claimed >= 0 && claimed <= values, "its pages claim to hold more values than its length can.");
        values -= claimed;
    }
}
