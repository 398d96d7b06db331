package io.kindling.cluster.fuzz;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

/** Makes every checksum of a changed model directory right again, as somebody would who wants to do harm. */
final class Repair {
    private static final ObjectMapper MAPPER = new ObjectMapper();

    private Repair() {}

    static void all(ModelFiles files) throws IOException {
        for (Path file : files.all()) {
            if (file.toString().endsWith(".crc")) {
                Files.delete(file);
            }
        }
        List<Path> all = files.all();
        for (Path file : all) {
            if (file.endsWith("weights.safetensors")) {
                weights(file);
            }
        }
        for (Path file : all) {
            if (file.endsWith("manifest.json") && !file.getParent().equals(files.directory())) {
                manifest(file);
            }
        }
        Path outer = files.directory().resolve("manifest.json");
        if (Files.isRegularFile(outer)) {
            manifest(outer);
        }
    }

    private static void weights(Path file) throws IOException {
        if (!Files.isRegularFile(file.resolveSibling("network.json"))) {
            // A named pipe would hang the test itself.
            return;
        }
        try {
            Safetensors weights = Safetensors.of(Files.readAllBytes(file));
            ObjectNode header = (ObjectNode) MAPPER.readTree(weights.header());
            byte[] network = Files.readAllBytes(file.resolveSibling("network.json"));
            ((ObjectNode) header.get("__metadata__"))
                    .put("sha256", digest(weights.values()))
                    .put("network_sha256", digest(network));
            Files.write(file, weights.withHeader(header.toString()).bytes());
        } catch (IOException | RuntimeException beyondRepair) {
            // What cannot be read cannot be made right; the mutant stays as it is.
            return;
        }
    }

    /** Every file that is there gets its digest; what the manifest said beyond that stays. */
    private static void manifest(Path file) throws IOException {
        ObjectNode digests;
        ObjectNode root;
        try {
            root = (ObjectNode) MAPPER.readTree(file.toFile());
            digests = (ObjectNode) root.get("sha256");
        } catch (IOException | RuntimeException beyondRepair) {
            return;
        }
        if (digests == null) {
            return;
        }
        Path directory = file.getParent();
        for (Path listed : new ModelFiles(directory, new java.util.Random(0)).all()) {
            String name = listed.getFileName().toString();
            if (!listed.equals(file) && !name.startsWith(".") && !name.equals("_SUCCESS")) {
                digests.put(directory.relativize(listed).toString(), digest(Files.readAllBytes(listed)));
            }
        }
        Files.writeString(file, root.toString());
    }

    private static String digest(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
