package io.kindling.persistence;

import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** The text at the start of a file, after its length in bytes (64 bits, little-endian). */
final class Header {
    private static final int LONGEST = 100_000_000;

    private Header() {}

    static void write(byte[] text, OutputStream out) throws IOException {
        out.write(ByteBuffer.allocate(Long.BYTES)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putLong(text.length)
                .array());
        out.write(text);
    }

    static byte[] read(DataInputStream in, String file) throws IOException {
        byte[] lengthBytes = new byte[Long.BYTES];
        in.readFully(lengthBytes);
        long length =
                ByteBuffer.wrap(lengthBytes).order(ByteOrder.LITTLE_ENDIAN).getLong();
        if (length < 2 || length > LONGEST) {
            throw new IOException("The " + file + " is damaged: its header cannot be " + length + " bytes long.");
        }
        byte[] text = in.readNBytes((int) length);
        if (text.length < length) {
            throw new EOFException();
        }
        return text;
    }
}
