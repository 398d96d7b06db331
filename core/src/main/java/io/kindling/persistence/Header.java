package io.kindling.persistence;

import io.kindling.errors.DamagedFileException;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** The text at the start of a file, after its length in bytes (64 bits, little-endian). */
final class Header {
    private static final int MOST = 1 << 26;

    private Header() {}

    static void write(byte[] text, OutputStream out) throws IOException {
        out.write(ByteBuffer.allocate(Long.BYTES)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putLong(text.length)
                .array());
        out.write(text);
    }

    /**
     * Reads the text; memory grows with what is really there, whatever length the file claims.
     *
     * @param file what messages call the file
     * @param longest how many bytes it may have
     * @throws IOException if it cannot have the length it claims
     */
    static byte[] read(DataInputStream in, String file, long longest) throws IOException {
        byte[] lengthBytes = new byte[Long.BYTES];
        in.readFully(lengthBytes);
        long length =
                ByteBuffer.wrap(lengthBytes).order(ByteOrder.LITTLE_ENDIAN).getLong();
        if (length < 2 || length > Math.min(longest, MOST)) {
            throw new DamagedFileException(
                    "The " + file + " is damaged: its header cannot be " + length + " bytes long.");
        }
        byte[] text = in.readNBytes((int) length);
        if (text.length < length) {
            throw new EOFException();
        }
        return text;
    }
}
