package io.kindling.cluster.fuzz;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** A file of weights, taken apart as somebody would who wants to change it. */
record Safetensors(String header, byte[] values) {

    static Safetensors of(byte[] file) {
        int length = (int) ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN).getLong(0);
        return new Safetensors(
                new String(file, Long.BYTES, length, StandardCharsets.UTF_8),
                Arrays.copyOfRange(file, Long.BYTES + length, file.length));
    }

    Safetensors withHeader(String changed) {
        return new Safetensors(changed, values);
    }

    byte[] bytes() {
        byte[] text = header.getBytes(StandardCharsets.UTF_8);
        return ByteBuffer.allocate(Long.BYTES + text.length + values.length)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putLong(text.length)
                .put(text)
                .put(values)
                .array();
    }
}
