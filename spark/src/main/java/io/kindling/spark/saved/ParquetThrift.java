package io.kindling.spark.saved;

import io.kindling.errors.DamagedFileException;
import java.io.IOException;
import java.io.InputStream;
import shaded.parquet.org.apache.thrift.TBase;
import shaded.parquet.org.apache.thrift.TConfiguration;
import shaded.parquet.org.apache.thrift.TException;
import shaded.parquet.org.apache.thrift.protocol.TCompactProtocol;
import shaded.parquet.org.apache.thrift.transport.TIOStreamTransport;

/** Parquet's descriptions of itself, in Thrift, read with limits that Parquet's own reader does not set. */
final class ParquetThrift {
    private static final int DEEPEST = 16;

    private ParquetThrift() {}

    /**
     * Fills a structure.
     *
     * @param most how many bytes it may take, and how many elements a list in it may claim
     * @param what it is, for messages
     */
    static <T extends TBase<?, ?>> T read(T empty, InputStream in, long most, String what) throws IOException {
        int limit = (int) Math.min(most, Integer.MAX_VALUE);
        try {
            TConfiguration limits = TConfiguration.custom()
                    .setMaxMessageSize(limit)
                    .setRecursionLimit(DEEPEST)
                    .build();
            empty.read(new TCompactProtocol(new TIOStreamTransport(limits, in), limit, limit));
            return empty;
        } catch (TException | RuntimeException broken) {
            throw new DamagedFileException("its " + what + " cannot be read.", broken);
        }
    }
}
