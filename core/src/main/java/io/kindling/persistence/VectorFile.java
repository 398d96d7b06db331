package io.kindling.persistence;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.kindling.errors.DamagedFileException;
import io.kindling.errors.KindlingException;
import io.kindling.json.UntrustedJson;
import io.kindling.text.Excerpt;
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
    /** A network of many layers may be among the properties, as one text. */
    private static final int LONGEST_HEADER = 1 << 25;

    private static final int MOST_TOKENS = 10_000;

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
            JsonNode head = head(Header.read(data, "file", LONGEST_HEADER));
            Map<String, float[]> vectors = new TreeMap<>();
            for (Iterator<Map.Entry<String, JsonNode>> sizes =
                            head.get("vectors").fields();
                    sizes.hasNext(); ) {
                Map.Entry<String, JsonNode> size = sizes.next();
                vectors.put(size.getKey(), vector(data, size(size.getValue())));
            }
            byte[] expected = digest.digest();
            byte[] found = new byte[expected.length];
            data.readFully(found);
            if (!MessageDigest.isEqual(expected, found) || data.read() >= 0) {
                throw new DamagedFileException("The file is damaged: its checksum does not match.");
            }
            return new Content(vectors, properties(head.get("properties")));
        } catch (EOFException end) {
            throw new DamagedFileException("The file is cut short.", end);
        }
    }

    private static int size(JsonNode size) throws IOException {
        if (!size.canConvertToInt() || size.intValue() < 0) {
            throw new DamagedFileException(
                    "The file is damaged: a vector cannot have " + Excerpt.of(size) + " values.");
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

    private static Map<String, String> properties(JsonNode node) throws IOException {
        Map<String, String> properties = new TreeMap<>();
        for (Iterator<Map.Entry<String, JsonNode>> fields = node.fields(); fields.hasNext(); ) {
            Map.Entry<String, JsonNode> property = fields.next();
            if (!property.getValue().isTextual()) {
                throw new DamagedFileException(
                        "The file is damaged: its property '" + Excerpt.of(property.getKey()) + "' is no text.");
            }
            properties.put(property.getKey(), property.getValue().textValue());
        }
        return properties;
    }

    private static JsonNode head(byte[] text) throws IOException {
        JsonNode head;
        try {
            head = UntrustedJson.read(text, MOST_TOKENS);
        } catch (KindlingException broken) {
            throw new DamagedFileException("The file is damaged: its header " + broken.getMessage(), broken);
        }
        if (!FORMAT.equals(head.path("format").textValue())
                || !head.path("vectors").isObject()
                || !head.path("properties").isObject()) {
            throw new DamagedFileException("The file is damaged: its header is not that of vectors.");
        }
        return head;
    }
}
