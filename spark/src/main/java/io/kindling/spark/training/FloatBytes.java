package io.kindling.spark.training;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;

/**
 * Floats as bytes: what is sent over the network, because every serializer copies a byte array in one piece and none
 * does so with floats.
 */
final class FloatBytes {

    private FloatBytes() {}

    static byte[] of(float[] values, int offset, int count) {
        byte[] bytes = new byte[Math.multiplyExact(count, Float.BYTES)];
        copy(values, offset, bytes, 0, count);
        return bytes;
    }

    static void copy(byte[] bytes, float[] target, int offset) {
        copy(bytes, 0, target, offset, bytes.length / Float.BYTES);
    }

    /**
     * Copies some of the floats.
     *
     * @param first the number of the first float in the bytes
     */
    static void copy(byte[] bytes, int first, float[] target, int offset, int count) {
        floats(bytes).get(first, target, offset, count);
    }

    /**
     * Copies floats into bytes.
     *
     * @param first the number of the first float in the bytes
     */
    static void copy(float[] values, int offset, byte[] bytes, int first, int count) {
        floats(bytes).put(first, values, offset, count);
    }

    private static FloatBuffer floats(byte[] bytes) {
        return ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).asFloatBuffer();
    }
}
