package io.kindling.cluster.files;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.kindling.persistence.Digests;
import io.kindling.spark.files.LocalDisk;
import io.kindling.text.Excerpt;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;

/**
 * What Kindling has written, told from what others have: only that is ever replaced.
 *
 * <p>A model has a {@code manifest.json} with the SHA-256 of every file, a directory of a table a {@code _manifest.json} with
 * their lengths (a table may be large), and a file has its {@link FileMark}.
 */
final class OutputManifest {
    private static final String OF_MODEL = "manifest.json";
    private static final String OF_TABLE = "_manifest.json";
    private static final String FORMAT = "format";
    private static final int CURRENT = 1;
    private static final String DIGESTS = "sha256";
    private static final String LENGTHS = "lengths";
    private static final int LARGEST = 1 << 24;
    /** Spark's mark of a complete directory. */
    private static final String SUCCESS = "_SUCCESS";

    private static final ObjectMapper MAPPER = new ObjectMapper();

    private final FileSystem files;

    OutputManifest(FileSystem files) {
        this.files = LocalDisk.withoutChecksums(files);
    }

    /** Why something must not be replaced: somebody else wrote it, or a part of it. Empty if Kindling wrote all of it. */
    Optional<String> objection(Path path) throws IOException {
        if (LocalDisk.path(files, path).filter(Files::isSymbolicLink).isPresent()) {
            return Optional.of("it is a symbolic link");
        }
        FileStatus status = files.getFileStatus(path);
        return status.isDirectory() ? objectionToDirectory(path) : objectionToFile(path, status.getLen());
    }

    private Optional<String> objectionToFile(Path file, long length) throws IOException {
        if (length == 0) {
            return Optional.empty();
        }
        Optional<String> noted = new FileMark(files).of(file);
        if (noted.isEmpty()) {
            return Optional.of("Kindling did not write it");
        }
        return noted.get().equals(digest(file))
                ? Optional.empty()
                : Optional.of("it was changed since Kindling wrote it");
    }

    private Optional<String> objectionToDirectory(Path directory) throws IOException {
        Map<String, Long> found = new TreeMap<>();
        collect(directory, "", found);
        if (found.isEmpty()) {
            return Optional.empty();
        }
        JsonNode manifest = read(new Path(directory, OF_MODEL)).orElseGet(MAPPER::createObjectNode);
        boolean isModel = manifest.path(DIGESTS).isObject();
        if (!isModel) {
            manifest = read(new Path(directory, OF_TABLE)).orElseGet(MAPPER::createObjectNode);
        }
        if (!isModel && !manifest.path(LENGTHS).isObject()) {
            return Optional.of("Kindling did not write it");
        }
        for (Map.Entry<String, Long> file : found.entrySet()) {
            String name = file.getKey();
            JsonNode listed = manifest.path(isModel ? DIGESTS : LENGTHS).path(name);
            if (listed.isMissingNode()) {
                return Optional.of("it holds a file that Kindling did not write, " + Excerpt.of(name));
            }
            boolean same = isModel
                    ? listed.asText().equals(digest(new Path(directory, name)))
                    : listed.asLong() == file.getValue();
            if (!same) {
                return Optional.of("its file " + Excerpt.of(name) + " was changed since Kindling wrote it");
            }
        }
        return Optional.empty();
    }

    /** All files below a directory, with their lengths, but manifests, Spark's mark and Hadoop's checksums. */
    private void collect(Path directory, String prefix, Map<String, Long> found) throws IOException {
        FileStatus[] entries = files.listStatus(directory);
        Set<String> names = new LinkedHashSet<>();
        for (FileStatus entry : entries) {
            names.add(entry.getPath().getName());
        }
        for (FileStatus entry : entries) {
            String name = entry.getPath().getName();
            if (entry.isDirectory()) {
                collect(entry.getPath(), prefix + name + "/", found);
            } else if (!isHousekeeping(name, prefix.isEmpty(), names)) {
                found.put(prefix + name, entry.getLen());
            }
        }
    }

    private static boolean isHousekeeping(String name, boolean atTop, Set<String> names) {
        boolean checksum = name.startsWith(".")
                && name.endsWith(".crc")
                && names.contains(name.substring(1, name.length() - ".crc".length()));
        return checksum || name.equals(SUCCESS) || atTop && (name.equals(OF_MODEL) || name.equals(OF_TABLE));
    }

    /** Adds a manifest to a directory that has none of its own. */
    void addTo(Path directory) throws IOException {
        if (files.exists(new Path(directory, OF_MODEL))) {
            return;
        }
        Map<String, Long> found = new TreeMap<>();
        collect(directory, "", found);
        ObjectNode root = MAPPER.createObjectNode().put(FORMAT, CURRENT);
        ObjectNode lengths = root.putObject(LENGTHS);
        found.forEach(lengths::put);
        write(new Path(directory, OF_TABLE), root);
    }

    private void write(Path manifest, ObjectNode root) throws IOException {
        try (OutputStream out = files.create(manifest, true)) {
            out.write(MAPPER.writerWithDefaultPrettyPrinter().writeValueAsBytes(root));
        }
    }

    /** Empty if there is none, or none that can be read. */
    private Optional<JsonNode> read(Path manifest) throws IOException {
        if (!files.exists(manifest) || !files.getFileStatus(manifest).isFile()) {
            return Optional.empty();
        }
        try (InputStream in = files.open(manifest)) {
            return Optional.of(MAPPER.readTree(in.readNBytes(LARGEST)));
        } catch (JsonProcessingException broken) {
            return Optional.empty();
        }
    }

    private String digest(Path file) throws IOException {
        MessageDigest digest = Digests.sha256();
        try (InputStream in = new DigestInputStream(files.open(file), digest)) {
            in.transferTo(OutputStream.nullOutputStream());
        }
        return HexFormat.of().formatHex(digest.digest());
    }
}
