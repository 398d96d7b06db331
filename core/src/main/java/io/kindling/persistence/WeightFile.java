package io.kindling.persistence;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.kindling.engine.TrainedNetwork;
import io.kindling.errors.DamagedFileException;
import io.kindling.errors.KindlingException;
import io.kindling.json.UntrustedJson;
import io.kindling.models.Network;
import io.kindling.models.NetworkPlan;
import io.kindling.models.ParameterLayout.Parameter;
import io.kindling.models.Weights;
import io.kindling.text.Excerpt;
import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;

/**
 * The numbers of a network in the safetensors format: the length of a JSON header (64 bits, little-endian), the
 * header with the name, type, shape and place of every weight, then the values (32-bit floats, little-endian).
 *
 * <p>Weights are named {@code layer/weight} as in Keras, {@code dense_1/kernel}. The header also holds the SHA-256 of
 * the values and of the network's JSON, so that damage to either is noticed. The format is that of
 * <a href="https://github.com/huggingface/safetensors">safetensors</a>, which other tools read.
 */
public final class WeightFile {
    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final String METADATA = "__metadata__";
    private static final String CUT_SHORT = "The weights file is cut short.";
    private static final String TOO_LONG = "The weights file is damaged: it is longer than its header says.";
    private static final int MOST_TOKENS_OF_METADATA = 1000;
    /** Its name, braces and brackets, three fields, and numbers for every axis of its shape. */
    private static final int MOST_TOKENS_OF_A_WEIGHT = 32;

    private WeightFile() {}

    /** Writes the weights; the stream is flushed, not closed. */
    public static void write(TrainedNetwork trained, OutputStream out) throws IOException {
        List<Parameter> entries = trained.network().plan().parameters().all();
        Weights weights = trained.weights();
        byte[] header = header(entries, metadata(json(trained.network()), checksum(entries, weights)))
                .getBytes(StandardCharsets.UTF_8);
        Header.write(header, out);
        for (Parameter entry : entries) {
            FloatValues.write(entry.vector(weights), entry.offset(), entry.size(), out);
        }
        out.flush();
    }

    /**
     * Reads the weights of a network from a stream whose length is not known; all of it is kept in memory meanwhile.
     *
     * @throws IOException if the file is cut short or damaged, or belongs to another network; the message says which
     */
    public static TrainedNetwork read(Network network, InputStream in) throws IOException {
        byte[] file = in.readAllBytes();
        return read(network, json(network), new ByteArrayInputStream(file), file.length);
    }

    /**
     * Reads the weights of a network. Nothing is allocated that a file of that length could not fill.
     *
     * @param json the network's JSON as it lies beside the weights: an earlier version may have written it in another way
     * @param length of the file in bytes
     * @throws IOException if the file is cut short or damaged, belongs to another network, or holds a weight that is NaN
     *     or infinite; the message says which
     */
    public static TrainedNetwork read(Network network, byte[] json, InputStream in, long length) throws IOException {
        DataInputStream data = new DataInputStream(in);
        try {
            NetworkPlan plan = network.plan();
            List<Parameter> entries = plan.parameters().all();
            JsonNode expected = MAPPER.readTree(header(entries, MAPPER.createObjectNode()));
            byte[] text = Header.read(data, "weights file", Math.min(length - Long.BYTES, longestHeader(expected)));
            JsonNode header = header(text, MOST_TOKENS_OF_METADATA + MOST_TOKENS_OF_A_WEIGHT * entries.size());
            requireEntries(entries, header, expected);
            requireLength(plan, length - Long.BYTES - text.length);
            Weights weights = new Weights(new float[plan.trainableCount()], new float[plan.nonTrainableCount()]);
            for (Parameter entry : entries) {
                FloatValues.read(data, entry.vector(weights), entry.offset(), entry.size());
            }
            if (data.read() >= 0) {
                throw new DamagedFileException(TOO_LONG);
            }
            if (!header.path(METADATA).equals(metadata(json, checksum(entries, weights)))) {
                throw new DamagedFileException(
                        "The weights file is damaged, or belongs to another network: its checksums do not match.");
            }
            for (Parameter entry : entries) {
                requireFinite(entry, entry.vector(weights));
            }
            return new TrainedNetwork(network, weights);
        } catch (EOFException end) {
            throw new DamagedFileException(CUT_SHORT, end);
        }
    }

    /** Other programs may write the same with more blanks, and with notes of their own. */
    private static long longestHeader(JsonNode expected) {
        return 4L * expected.toString().length() + (1 << 16);
    }

    private static void requireLength(NetworkPlan plan, long values) throws IOException {
        long needed = Float.BYTES * ((long) plan.trainableCount() + plan.nonTrainableCount());
        if (values != needed) {
            throw new DamagedFileException(values < needed ? CUT_SHORT : TOO_LONG);
        }
    }

    private static void requireFinite(Parameter entry, float[] values) throws IOException {
        int position = FloatValues.firstNotFinite(values, entry.offset(), entry.size());
        if (position < entry.size()) {
            throw new DamagedFileException("The weights file cannot be used: number " + position + " of '"
                    + entry.name() + "' is " + values[entry.offset() + position] + ".");
        }
    }

    private static String header(List<Parameter> entries, ObjectNode metadata) {
        ObjectNode header = MAPPER.createObjectNode();
        header.set(METADATA, metadata);
        long position = 0;
        for (Parameter entry : entries) {
            ObjectNode node = describe(header.putObject(entry.name()), entry);
            ArrayNode offsets = node.putArray("data_offsets").add(position);
            position += (long) entry.size() * Float.BYTES;
            offsets.add(position);
        }
        return header.toString();
    }

    private static byte[] json(Network network) {
        return network.toJson().getBytes(StandardCharsets.UTF_8);
    }

    private static ObjectNode metadata(byte[] json, String checksum) {
        return MAPPER.createObjectNode()
                .put("format", "kindling")
                .put("sha256", checksum)
                .put("network_sha256", HexFormat.of().formatHex(Digests.sha256().digest(json)));
    }

    private static ObjectNode describe(ObjectNode node, Parameter entry) {
        node.put("dtype", "F32");
        ArrayNode shape = node.putArray("shape");
        entry.spec().shape().dimensions().forEach(shape::add);
        return node;
    }

    private static JsonNode header(byte[] text, int mostTokens) throws IOException {
        try {
            return UntrustedJson.read(text, mostTokens);
        } catch (KindlingException broken) {
            throw new DamagedFileException("The weights file is damaged: its header " + broken.getMessage(), broken);
        }
    }

    /** The header must say what this network's own would say, weight by weight. */
    private static void requireEntries(List<Parameter> entries, JsonNode header, JsonNode expected) throws IOException {
        for (Parameter entry : entries) {
            JsonNode found = header.path(entry.name());
            if (!found.equals(expected.get(entry.name()))) {
                throw new DamagedFileException(
                        "The weights file does not fit the network: '" + entry.name() + "' should be "
                                + expected.get(entry.name()) + " and is "
                                + (found.isMissingNode() ? "missing" : Excerpt.of(found)) + ".");
            }
        }
        if (header.size() != expected.size()) {
            throw new DamagedFileException("The weights file does not fit the network: it holds " + (header.size() - 1)
                    + " weights, the network has " + entries.size() + ".");
        }
    }

    private static String checksum(List<Parameter> entries, Weights weights) {
        MessageDigest digest = Digests.sha256();
        try (OutputStream sink = new DigestOutputStream(OutputStream.nullOutputStream(), digest)) {
            for (Parameter entry : entries) {
                FloatValues.write(entry.vector(weights), entry.offset(), entry.size(), sink);
            }
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return HexFormat.of().formatHex(digest.digest());
    }
}
