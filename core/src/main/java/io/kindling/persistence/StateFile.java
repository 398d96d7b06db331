package io.kindling.persistence;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.kindling.engine.TrainingState;
import io.kindling.models.Weights;
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
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * A training state in a file: the length of a JSON header (64 bits, little-endian), the header with the step, the sizes
 * of the vectors and properties of the writer's, the vectors (32-bit floats, little-endian), and the SHA-256 of all
 * before it.
 */
public final class StateFile {
    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final String FORMAT = "kindling-state-1";
    /** No optimizer has as many. */
    private static final int MOST_SLOTS = 100;

    private static final int FIRST_PIECE = 1 << 20;

    private StateFile() {}

    /**
     * What a file holds.
     *
     * @param properties what the writer wanted to be known with it
     */
    public record Content(TrainingState state, Map<String, String> properties) {}

    /** Writes a state; the stream is flushed, not closed. */
    public static void write(TrainingState state, Map<String, String> properties, OutputStream out) throws IOException {
        MessageDigest digest = Digests.sha256();
        OutputStream hashed = new DigestOutputStream(out, digest);
        Weights weights = state.weights();
        ObjectNode head = MAPPER.createObjectNode()
                .put("format", FORMAT)
                .put("step", state.step())
                .put("trainable", weights.trainable().length)
                .put("non_trainable", weights.nonTrainable().length)
                .put("slots", state.slots().length);
        ObjectNode own = head.putObject("properties");
        new TreeMap<>(properties).forEach(own::put);
        Header.write(head.toString().getBytes(StandardCharsets.UTF_8), hashed);
        FloatValues.write(weights.trainable(), 0, weights.trainable().length, hashed);
        FloatValues.write(weights.nonTrainable(), 0, weights.nonTrainable().length, hashed);
        for (float[] slot : state.slots()) {
            FloatValues.write(slot, 0, slot.length, hashed);
        }
        out.write(digest.digest());
        out.flush();
    }

    /**
     * Reads a state.
     *
     * @throws IOException if the file is cut short or damaged; the message says which
     */
    public static Content read(InputStream in) throws IOException {
        MessageDigest digest = Digests.sha256();
        DataInputStream data = new DataInputStream(new DigestInputStream(in, digest));
        try {
            JsonNode head = head(Header.read(data, "file"));
            int trainable = head.path("trainable").intValue();
            Weights weights = new Weights(
                    vector(data, trainable),
                    vector(data, head.path("non_trainable").intValue()));
            float[][] slots = new float[head.path("slots").intValue()][];
            for (int i = 0; i < slots.length; i++) {
                slots[i] = vector(data, trainable);
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
            return new Content(
                    new TrainingState(weights, slots, head.path("step").longValue()), properties);
        } catch (EOFException end) {
            throw new IOException("The file is cut short.", end);
        }
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
            boolean sizes = Stream.of("trainable", "non_trainable", "slots")
                    .map(head::path)
                    .allMatch(size -> size.canConvertToInt() && size.intValue() >= 0);
            if (!FORMAT.equals(head.path("format").textValue())
                    || !sizes
                    || !head.path("step").isIntegralNumber()
                    || head.path("slots").intValue() > MOST_SLOTS) {
                throw new IOException("The file is damaged: its header is not that of a training state.");
            }
            return head;
        } catch (JsonProcessingException broken) {
            throw new IOException("The file is damaged: its header is not valid JSON.", broken);
        }
    }
}
