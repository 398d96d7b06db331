package io.kindling.spark.mllib;

import com.fasterxml.jackson.databind.JsonNode;
import io.kindling.errors.DamagedFileException;
import io.kindling.errors.KindlingException;
import io.kindling.json.UntrustedJson;
import io.kindling.spark.files.FileName;
import io.kindling.spark.files.FileTree;
import io.kindling.spark.files.RegularFile;
import io.kindling.text.Excerpt;
import java.io.IOException;
import java.util.regex.Pattern;

/**
 * What MLlib writes about every stage, as text: nothing it names has been loaded.
 *
 * @param file where it stands, for messages
 * @param className the stage's class
 * @param uid of the stage
 * @param root all of it
 * @param text the same as text
 */
public record StageMetadata(String file, String className, String uid, JsonNode root, String text) {
    /** The directory in that of a stage. */
    public static final String DIRECTORY = "metadata";

    private static final int LARGEST = 1 << 24;
    private static final int MOST_TOKENS = 1_000_000;
    private static final Pattern PART = Pattern.compile("part-\\d{5,9}");
    private static final Pattern LINE_BREAK = Pattern.compile("[\\r\\n]");
    private static final Pattern VERSION = Pattern.compile("\\d{1,4}\\.\\d{1,4}([.-].{0,60})?");
    private static final Pattern CLASS_NAME = Pattern.compile("[\\p{Alpha}_$][\\w$]*(\\.[\\p{Alpha}_$][\\w$]*)*");
    /** A uid becomes part of a path, in which Spark would obey commas, slashes, braces and stars. */
    private static final Pattern UID = Pattern.compile("[\\p{L}\\p{N}_. -]{1,200}");

    /**
     * Reads the metadata of a stage.
     *
     * @throws IOException if it is missing, or none that MLlib writes
     */
    private static StageMetadata of(RegularFile file) throws IOException {
        String name = file.name();
        try {
            String text = UntrustedJson.text(file.bytes(LARGEST));
            String line = text.endsWith("\n") ? text.substring(0, text.length() - 1) : text;
            if (LINE_BREAK.matcher(line).find()) {
                throw new KindlingException("must be a single line.");
            }
            JsonNode root = UntrustedJson.read(line, MOST_TOKENS);
            requireFields(root);
            return new StageMetadata(
                    name, root.get("class").textValue(), root.get("uid").textValue(), root, line);
        } catch (KindlingException wrong) {
            throw new DamagedFileException(FileName.quoted(name) + " " + wrong.getMessage(), wrong);
        }
    }

    /**
     * Reads the metadata of a stage from its directory.
     *
     * @throws IOException if it is missing, or none that MLlib writes
     */
    public static StageMetadata of(FileTree stage) throws IOException {
        FileTree directory = stage.below(DIRECTORY);
        if (directory.files().isEmpty()) {
            throw stage.missing(DIRECTORY);
        }
        for (RegularFile file : directory.files().values()) {
            String part = file.path().getName();
            if (directory.files().size() > 1 || !PART.matcher(part).matches()) {
                throw new DamagedFileException(
                        FileName.quoted(file.name()) + " is more than the single file part-00000 that metadata is.");
            }
        }
        return of(directory.files().get(directory.files().firstKey()));
    }

    private static void requireFields(JsonNode root) {
        require(root.isObject(), "must be a JSON object", root);
        require(matches(root.path("class"), CLASS_NAME), "needs the name of a class as \"class\"", root.path("class"));
        require(matches(root.path("uid"), UID), "needs letters, digits, _ . - as \"uid\"", root.path("uid"));
        JsonNode timestamp = root.path("timestamp");
        require(timestamp.canConvertToLong() && timestamp.isIntegralNumber(), "needs a \"timestamp\"", timestamp);
        JsonNode version = root.path("sparkVersion");
        require(matches(version, VERSION), "needs a version as \"sparkVersion\"", version);
        for (String params : new String[] {"paramMap", "defaultParamMap"}) {
            require(root.path(params).isObject(), "needs an object as \"" + params + "\"", root.path(params));
        }
    }

    private static boolean matches(JsonNode node, Pattern pattern) {
        return node.isTextual() && pattern.matcher(node.textValue()).matches();
    }

    private static void require(boolean holds, String needed, JsonNode received) {
        if (!holds) {
            throw new KindlingException(
                    needed + ". Received: " + (received.isMissingNode() ? "nothing" : Excerpt.of(received)) + ".");
        }
    }

    /**
     * Checks that the params are those of a stage, and each of its type.
     *
     * @throws IOException naming the param
     */
    public void requireParamsOf(Class<?> stage) throws IOException {
        try {
            for (String params : new String[] {"paramMap", "defaultParamMap"}) {
                ParamTypes.require(stage, root.get(params));
            }
        } catch (KindlingException wrong) {
            throw new DamagedFileException(FileName.quoted(file) + " " + wrong.getMessage(), wrong);
        }
    }

    /** What stands in a message for the class. */
    public String shortClassName() {
        return Excerpt.of(className.substring(className.lastIndexOf('.') + 1));
    }
}
