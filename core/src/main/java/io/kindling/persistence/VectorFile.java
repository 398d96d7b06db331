package io.kindling.persistence;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.security.DigestInputStream;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Iterator;
import java.util.Map;
import java.util.TreeMap;

/**
 * Vectors by name in a file: the length of a JSON header (64 bits, little-endian), the header with the names and sizes of
 * the vectors and with properties of the writer's, the vectors (32-bit floats, little-endian), and the SHA-256 of all
 * before it.
 */
public final class VectorFile {
    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final String FORMAT = "kindling-vectors-1";
    private static final int FIRST_PIECE = 1 << 20;

    private VectorFile() {}

    /**
     * What a file holds.
     *
     * @param vectors by name
     * @param properties what the writer wanted to be known with them
     */
    public record Content(Map<String, float[]> vectors, Map<String, String> properties) {}

    /** Writes vectors; the stream is flushed, not closed. */
    public static void write(Content content, OutputStream out) throws IOException {
        MessageDigest digest = Digests.sha256();
        OutputStream hashed = new DigestOutputStream(out, digest);
        Map<String, float[]> vectors = new TreeMap<>(content.vectors());
        ObjectNode head = MAPPER.createObjectNode().put("format", FORMAT);
        ObjectNode sizes = head.putObject("vectors");
        vectors.forEach((name, values) -> sizes.put(name, values.length));
        ObjectNode properties = head.putObject("properties");
        new TreeMap<>(content.properties()).forEach(properties::put);
        Header.write(head.toString().getBytes(StandardCharsets.UTF_8), hashed);
        for (float[] values : vectors.values()) {
            FloatValues.write(values, 0, values.length, hashed);
        }
        out.write(digest.digest());
        out.flush();
    }

    /**
     * Reads vectors.
     *
     * @throws IOException if the file is cut short or damaged; the message says which
     */
    public static Content read(InputStream in) throws IOException {
        MessageDigest digest = Digests.sha256();
        DataInputStream data = new DataInputStream(new DigestInputStream(in, digest));
        try {
            JsonNode head = head(Header.read(data, "file"));
            Map<String, float[]> vectors = new TreeMap<>();
            for (Iterator<Map.Entry<String, JsonNode>> sizes =
                            head.path("vectors").fields();
                    sizes.hasNext(); ) {
                Map.Entry<String, JsonNode> size = sizes.next();
                vectors.put(size.getKey(), vector(data, size(size.getValue())));
            }
            byte[] expected = digest.digest();
            byte[] found = new byte[expected.length];
            data.readFully(found);
            if (!MessageDigest.isEqual(expected, found) || data.read() >= 0) {
                throw new IOException("The file is damaged: its checksum does not match.");
            }
            Map<String, String> properties = new TreeMap<>();
            head.path("properties")
                    .fields()
                    .forEachRemaining(property -> properties.put(
                            property.getKey(), property.getValue().asText()));
            return new Content(vectors, properties);
        } catch (EOFException end) {
            throw new IOException("The file is cut short.", end);
        }
    }

    private static int size(JsonNode size) throws IOException {
        if (!size.canConvertToInt() || size.intValue() < 0) {
            throw new IOException("The file is damaged: a vector cannot have " + size + " values.");
        }
        return size.intValue();
    }

    /** Grows with what is really there, so that a damaged size cannot ask for all memory. */
    private static float[] vector(DataInputStream data, int size) throws IOException {
        float[] values = new float[Math.min(size, FIRST_PIECE)];
        int read = 0;
        while (read < size) {
            if (read == values.length) {
                values = Arrays.copyOf(values, (int) Math.min(size, 2L * read));
            }
            FloatValues.read(data, values, read, values.length - read);
            read = values.length;
        }
        return values;
    }

    private static JsonNode head(byte[] text) throws IOException {
        try {
            JsonNode head = MAPPER.readTree(text);
            if (!FORMAT.equals(head.path("format").textValue())) {
                throw new IOException("The file is damaged: its header is not that of vectors.");
            }
            return head;
        } catch (JsonProcessingException broken) {
            throw new IOException("The file is damaged: its header is not valid JSON.", broken);
        }
    }
}
