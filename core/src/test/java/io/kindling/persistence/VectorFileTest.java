package io.kindling.persistence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Vectors come back bit by bit; a file cut off anywhere, or with any bit changed, is noticed. */
class VectorFileTest {
    private static final Map<String, float[]> VECTORS = Map.of(
            "weights",
            new float[] {1f, -2f, Float.MIN_VALUE, 3e38f},
            "statistics",
            new float[] {0.5f},
            "none",
            new float[0],
            "memory",
            new float[] {-0f, 0f, 7f, 8f});
    private static final Map<String, String> PROPERTIES = Map.of("epoch", "3", "text", "\"quoted\" ü");

    private static byte[] written() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        VectorFile.write(new VectorFile.Content(VECTORS, PROPERTIES), out);
        return out.toByteArray();
    }

    private static VectorFile.Content read(byte[] bytes) throws IOException {
        return VectorFile.read(new ByteArrayInputStream(bytes));
    }

    @Test
    void comesBack() throws IOException {
        VectorFile.Content content = read(written());
        assertThat(content.properties()).isEqualTo(PROPERTIES);
        assertThat(content.vectors().keySet()).isEqualTo(VECTORS.keySet());
        VECTORS.forEach(
                (name, values) -> assertThat(content.vectors().get(name)).isEqualTo(values));
    }

    @Test
    void isNoticedWhenCutOffAtAnyByte() throws IOException {
        byte[] whole = written();
        for (int length = 0; length < whole.length; length++) {
            byte[] cut = Arrays.copyOf(whole, length);
            assertThatIOException().as("cut to %s bytes", length).isThrownBy(() -> read(cut));
        }
        assertThatIOException().isThrownBy(() -> read(Arrays.copyOf(whole, whole.length + 1)));
    }

    @Test
    void isNoticedWhenAnyBitIsChanged() throws IOException {
        byte[] whole = written();
        for (int bit = 0; bit < 8 * whole.length; bit++) {
            byte[] damaged = whole.clone();
            damaged[bit / 8] ^= (byte) (1 << bit % 8);
            assertThatIOException().as("bit %s", bit).isThrownBy(() -> read(damaged));
        }
    }

    /** As somebody would write it who wants to do harm: the checksum is right. */
    private static byte[] withHeader(String header) {
        byte[] text = header.getBytes(StandardCharsets.UTF_8);
        ByteBuffer file = ByteBuffer.allocate(Long.BYTES + text.length + 32)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putLong(text.length)
                .put(text);
        byte[] digest = Digests.sha256().digest(Arrays.copyOf(file.array(), Long.BYTES + text.length));
        return file.put(digest).array();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"format\":\"kindling-vectors-1\",\"vectors\":{\"a\":2147483647},\"properties\":{}}",
                "{\"format\":\"kindling-vectors-1\",\"vectors\":{\"a\":-1},\"properties\":{}}",
                "{\"format\":\"kindling-vectors-1\",\"vectors\":{\"a\":0,\"a\":0},\"properties\":{}}",
                "{\"format\":\"kindling-vectors-1\",\"vectors\":[],\"properties\":{}}",
                "{\"format\":\"kindling-vectors-1\",\"vectors\":{},\"properties\":{\"epoch\":3}}",
                "{\"format\":\"kindling-vectors-1\",\"vectors\":{}}",
                "[[[]]]",
                "3",
                "  "
            })
    void refusesWhatNoWriterWrote(String header) {
        assertThatIOException()
                .isThrownBy(() -> read(withHeader(header)))
                .satisfies(refused -> assertThat(refused.getMessage()).startsWith("The file is "));
    }

    @Test
    void readsAHeaderWithoutVectors() throws IOException {
        String header = "{\"format\":\"kindling-vectors-1\",\"vectors\":{\"a\":0},\"properties\":{\"b\":\"c\"}}";
        assertThat(read(withHeader(header)).properties()).isEqualTo(Map.of("b", "c"));
    }

    @Test
    void refusesAHeaderLongerThanAnyWriters() {
        byte[] claimed = ByteBuffer.allocate(Long.BYTES)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putLong(1L << 40)
                .array();
        assertThatIOException().isThrownBy(() -> read(claimed)).withMessageContaining("cannot be 1099511627776 bytes");
    }
}
