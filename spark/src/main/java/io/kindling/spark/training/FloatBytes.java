package io.kindling.spark.training;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/**
 * Floats as bytes: what is sent over the network, because every serializer copies a byte array in one piece and none
 * does so with floats.
 */
final class FloatBytes {

    private FloatBytes() {}

    static byte[] of(float[] values, int offset, int count) {
        byte[] bytes = new byte[Math.multiplyExact(count, Float.BYTES)];
        buffer(bytes).asFloatBuffer().put(values, offset, count);
        return bytes;
    }

    static void copy(byte[] bytes, float[] target, int offset) {
        buffer(bytes).asFloatBuffer().get(target, offset, bytes.length / Float.BYTES);
    }

    private static ByteBuffer buffer(byte[] bytes) {
        return ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    }
}
