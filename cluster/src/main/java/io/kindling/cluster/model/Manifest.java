package io.kindling.cluster.model;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;

/** The SHA-256 of every file of a saved model, beside them in {@code manifest.json}, so that damage is noticed. */
final class Manifest {
    private static final String NAME = "manifest.json";
    private static final String FORMAT = "format";
    private static final int CURRENT = 1;
    private static final String DIGESTS = "sha256";
    private static final int LARGEST = 1 << 24;
    private static final ObjectMapper MAPPER = new ObjectMapper();

    private Manifest() {}

    /** Adds the manifest to a complete directory. */
    static void write(FileSystem files, Path directory) throws IOException {
        ObjectNode root = MAPPER.createObjectNode().put(FORMAT, CURRENT);
        ObjectNode digests = root.putObject(DIGESTS);
        addFiles(files, directory, "", digests);
        try (OutputStream out = files.create(new Path(directory, NAME), false)) {
            out.write(MAPPER.writerWithDefaultPrettyPrinter().writeValueAsBytes(root));
        }
    }

    /**
     * Compares a directory with its manifest; a pipeline that MLlib itself has saved has none.
     *
     * @throws IOException naming the file that is missing or damaged
     */
    static void require(FileSystem files, Path directory) throws IOException {
        Path manifest = new Path(directory, NAME);
        if (!files.exists(manifest)) {
            return;
        }
        JsonNode root = read(files, manifest);
        if (!root.path(FORMAT).isInt()
                || !root.path(DIGESTS).isObject()
                || root.path(DIGESTS).isEmpty()) {
            throw new IOException(NAME + " is damaged.");
        }
        if (root.path(FORMAT).intValue() != CURRENT) {
            throw new IOException("it is of format " + root.path(FORMAT) + ", and this version of Kindling reads "
                    + CURRENT + " only.");
        }
        for (Iterator<Map.Entry<String, JsonNode>> entries = root.path(DIGESTS).fields(); entries.hasNext(); ) {
            Map.Entry<String, JsonNode> entry = entries.next();
            requireDigest(files, directory, entry.getKey(), entry.getValue().asText());
        }
    }

    private static void requireDigest(FileSystem files, Path directory, String name, String digest) throws IOException {
        if (name.isEmpty() || name.startsWith("/") || List.of(name.split("/")).contains("..")) {
            throw new IOException(NAME + " is damaged.");
        }
        String found;
        try {
            found = digest(files, new Path(directory, name));
        } catch (FileNotFoundException | IllegalArgumentException missing) {
            throw new IOException(name + " is missing.", missing);
        }
        if (!found.equals(digest)) {
            throw new IOException(name + " is cut short or damaged.");
        }
    }

    private static JsonNode read(FileSystem files, Path manifest) throws IOException {
        try (InputStream in = files.open(manifest)) {
            return MAPPER.readTree(in.readNBytes(LARGEST));
        } catch (JsonProcessingException broken) {
            throw new IOException(NAME + " is damaged.", broken);
        }
    }

    /** Adds all files below a directory but hidden ones, in the order of their names. */
    private static void addFiles(FileSystem files, Path directory, String prefix, ObjectNode digests)
            throws IOException {
        FileStatus[] entries = files.listStatus(directory);
        Arrays.sort(entries);
        for (FileStatus entry : entries) {
            String name = entry.getPath().getName();
            if (entry.isDirectory()) {
                addFiles(files, entry.getPath(), prefix + name + "/", digests);
            } else if (!name.startsWith(".") && !name.startsWith("_")) {
                digests.put(prefix + name, digest(files, entry.getPath()));
            }
        }
    }

    private static String digest(FileSystem files, Path file) throws IOException {
        MessageDigest digest;
        try {
            digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("Every Java has SHA-256.", impossible);
        }
        try (InputStream in = new DigestInputStream(files.open(file), digest)) {
            in.transferTo(OutputStream.nullOutputStream());
        }
        return HexFormat.of().formatHex(digest.digest());
    }
}
