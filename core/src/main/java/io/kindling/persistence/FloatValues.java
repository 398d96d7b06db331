package io.kindling.persistence;

import java.io.DataInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** Floats in files: 32 bits each, little-endian. */
final class FloatValues {
    private static final int CHUNK = 1 << 14;

    private FloatValues() {}

    static void write(float[] values, int offset, int count, OutputStream out) throws IOException {
        ByteBuffer bytes = buffer();
        for (int done = 0; done < count; done += CHUNK) {
            int size = Math.min(CHUNK, count - done);
            bytes.asFloatBuffer().put(values, offset + done, size);
            out.write(bytes.array(), 0, size * Float.BYTES);
        }
    }

    static void read(DataInputStream in, float[] values, int offset, int count) throws IOException {
        ByteBuffer bytes = buffer();
        for (int done = 0; done < count; done += CHUNK) {
            int size = Math.min(CHUNK, count - done);
            in.readFully(bytes.array(), 0, size * Float.BYTES);
            bytes.asFloatBuffer().get(values, offset + done, size);
        }
    }

    /** The place of the first value that is NaN or infinite, from the offset on, or the count if there is none. */
    static int firstNotFinite(float[] values, int offset, int count) {
        int position = 0;
        while (position < count && Float.isFinite(values[offset + position])) {
            position++;
        }
        return position;
    }

    private static ByteBuffer buffer() {
        return ByteBuffer.allocate(CHUNK * Float.BYTES).order(ByteOrder.LITTLE_ENDIAN);
    }
}
