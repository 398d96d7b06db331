package io.kindling.spark.files;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.kindling.errors.DamagedFileException;
import io.kindling.errors.KindlingException;
import io.kindling.json.UntrustedJson;
import io.kindling.persistence.Digests;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Map;
import java.util.regex.Pattern;
import org.apache.hadoop.fs.ChecksumException;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;

/**
 * The SHA-256 of every file of a directory, beside them in {@code manifest.json}, so that damage is noticed, and so that it
 * is known which files belong to it. Whoever can change the files can change the manifest too: it is no signature.
 */
public final class Manifest {
    /** The file's name. */
    public static final String NAME = "manifest.json";

    private static final String FORMAT = "format";
    private static final int CURRENT = 1;
    private static final String DIGESTS = "sha256";
    private static final String DAMAGED = NAME + " is damaged.";
    /** Relative, without steps upwards, schemes or control characters. */
    private static final Pattern PLAIN = Pattern.compile("(?!.*(^|/)\\.{0,2}(/|$))[^:\\\\\\p{Cntrl}]{1,1000}");

    private static final int LARGEST = 1 << 22;
    private static final int MOST_TOKENS = 100_000;
    private static final ObjectMapper MAPPER = new ObjectMapper();

    private Manifest() {}

    /** Adds the manifest to a complete directory. */
    public static void write(FileSystem files, Path directory) throws IOException {
        ObjectNode root = MAPPER.createObjectNode().put(FORMAT, CURRENT);
        ObjectNode digests = root.putObject(DIGESTS);
        for (RegularFile file : FileTree.of(files, directory).files().values()) {
            digests.put(file.name(), digest(file));
        }
        try (OutputStream out = files.create(new Path(directory, NAME), false)) {
            out.write(MAPPER.writerWithDefaultPrettyPrinter().writeValueAsBytes(root));
        }
    }

    /**
     * Compares a directory with its manifest, which must name exactly the files that are there. No name in it is ever used
     * to open a file.
     *
     * @throws IOException naming the file that is missing, unknown or damaged
     */
    public static void require(FileTree tree) throws IOException {
        JsonNode digests = read(tree.file(NAME)).get(DIGESTS);
        Iterable<Map.Entry<String, JsonNode>> entries = digests::fields;
        for (Map.Entry<String, JsonNode> entry : entries) {
            if (!PLAIN.matcher(entry.getKey()).matches()) {
                throw new DamagedFileException(DAMAGED);
            }
            if (!tree.files().containsKey(entry.getKey())) {
                throw new FileNotFoundException(FileName.quoted(entry.getKey()) + " is missing.");
            }
        }
        for (String name : tree.files().keySet()) {
            if (!digests.has(name) && !name.equals(NAME)) {
                throw new DamagedFileException(FileName.quoted(name) + " is not listed in " + NAME + ".");
            }
        }
        for (Map.Entry<String, JsonNode> entry : entries) {
            if (!digest(tree.file(entry.getKey())).equals(entry.getValue().textValue())) {
                throw new DamagedFileException(FileName.quoted(entry.getKey()) + " is cut short or damaged.");
            }
        }
    }

    private static JsonNode read(RegularFile manifest) throws IOException {
        JsonNode root;
        try {
            root = UntrustedJson.read(manifest.bytes(LARGEST), MOST_TOKENS);
        } catch (KindlingException broken) {
            throw new DamagedFileException(DAMAGED, broken);
        }
        if (!root.path(FORMAT).isInt()
                || !root.path(DIGESTS).isObject()
                || root.path(DIGESTS).isEmpty()
                || root.path(DIGESTS).has(NAME)) {
            throw new DamagedFileException(DAMAGED);
        }
        if (root.path(FORMAT).intValue() != CURRENT) {
            throw new DamagedFileException(NAME + " is of format " + root.path(FORMAT)
                    + ", and this version of Kindling reads " + CURRENT + " only.");
        }
        return root;
    }

    private static String digest(RegularFile file) throws IOException {
        MessageDigest digest = Digests.sha256();
        try (InputStream in = new DigestInputStream(file.open(), digest)) {
            in.transferTo(OutputStream.nullOutputStream());
        } catch (ChecksumException damaged) {
            throw new DamagedFileException(FileName.quoted(file.name()) + " is cut short or damaged.", damaged);
        }
        return HexFormat.of().formatHex(digest.digest());
    }
}
