package io.kindling.cluster.fuzz;

import io.kindling.cluster.fuzz.Mutations.Mutation;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** Ways to damage the JSON of a model directory, by name. */
final class JsonMutations {
    private static final List<String> HUGE = List.of(
            "2147483647",
            "-2147483648",
            "9223372036854775807",
            "1e308",
            "1e999",
            "-1",
            "0",
            "1" + "0".repeat(90),
            "9".repeat(5000));
    private static final List<String> OTHER_TYPES = List.of(
            "null", "[]", "{}", "true", "\"\"", "\"qid\"", "3", "-0.5", "[null]", "{\"class\":\"java.lang.Runtime\"}");
    private static final List<String> CLASSES = List.of(
            TrapNames.STAGE,
            TrapNames.TYPE,
            "java.lang.Runtime",
            "org.apache.spark.ml.feature.SQLTransformer",
            "org.apache.spark.ml.feature.RFormulaModel",
            "org.apache.spark.ml.feature.Binarizer",
            "org.apache.spark.ml.feature.PCAModel",
            "org.apache.spark.ml.PipelineModel",
            "io.kindling.spark.NeuralNetworkRegressionModel",
            "x".repeat(3_000_000));
    private static final List<String> UIDS =
            List.of("../../x", "a,/etc/passwd", "{a,b}", "*", "file:///etc/passwd", "", "..", "/etc/passwd", "a\\nb");
    private static final List<String> KEYS = List.of(
            "file:///dev/zero",
            "file:///etc/passwd",
            "/etc/passwd",
            "../../etc/passwd",
            "hdfs://nowhere/x",
            "",
            "a\\u0000");

    private static final Pattern NUMBER = Pattern.compile("(?<![\\w\"])-?\\d+(\\.\\d+)?([eE]-?\\d+)?(?![\\w\"])");
    private static final Pattern VALUE =
            Pattern.compile("(?<=:\\s?)(\"[^\"]*\"|-?[\\d.eE-]+|true|false|null|\\{\\s*}|\\[[^\\[\\]]*])");
    private static final Pattern FIELD =
            Pattern.compile("\"[^\"]*\"\\s*:\\s*(\"[^\"]*\"|-?[\\d.eE-]+|true|false|null)\\s*,");
    private static final Pattern CLASS = Pattern.compile("(?<=\"class\":\")[^\"]*");
    private static final Pattern UID =
            Pattern.compile("(?<=\"uid\":\")[^\"]*|(?<=\\[\")[^\"]*(?=\",\")|(?<=\",\")[^\"]*(?=\"])");
    private static final Pattern PLACE = Pattern.compile("[\\[{,:]");

    private JsonMutations() {}

    static Map<String, Mutation> all() {
        Map<String, Mutation> all = new TreeMap<>();
        all.put("huge number in JSON", files -> change(files, files.json(), NUMBER, files.one(HUGE)));
        all.put("huge number in a header", files -> header(files, NUMBER, files.one(HUGE)));
        all.put("other type in JSON", files -> change(files, files.json(), VALUE, files.one(OTHER_TYPES)));
        all.put("other type in a header", files -> header(files, VALUE, files.one(OTHER_TYPES)));
        all.put("field missing in JSON", files -> change(files, files.json(), FIELD, ""));
        all.put("field twice in JSON", files -> {
            Path file = files.json();
            MatchResult field = one(files, Files.readString(file, StandardCharsets.ISO_8859_1), FIELD);
            if (field != null) {
                replace(file, field, field.group() + field.group());
            }
        });
        all.put(
                "deep nesting in JSON",
                files -> change(
                        files,
                        files.json(),
                        PLACE,
                        files.one(List.of("[", "{\"a\":", ":[", "[[")).repeat(100_000)));
        all.put("long text in JSON", files -> change(files, files.json(), VALUE, "\"" + "é\\n".repeat(400_000) + "\""));
        all.put(
                "many elements in JSON",
                files -> change(files, files.json(), VALUE, "[" + "{},".repeat(1_000_000) + "{}]"));
        all.put(
                "many layers",
                files -> change(
                        files,
                        files.named("network.json"),
                        Pattern.compile("(?<=\"layers\" : \\[)"),
                        "\"Flatten\",".repeat(100_000)));
        all.put(
                "nested parentheses",
                files -> change(
                        files,
                        files.named("network.json"),
                        Pattern.compile("\"(relu|softmax|linear)\""),
                        "\"" + "relu(".repeat(100_000) + "\""));
        all.put("other class", files -> change(files, files.metadata(), CLASS, files.one(CLASSES)));
        all.put("other uid", files -> change(files, files.metadata(), UID, files.one(UIDS)));
        all.put(
                "other key in the manifest",
                files -> change(
                        files,
                        files.named("manifest.json"),
                        Pattern.compile("(?<=\")[^\"]*part-[^\"]*(?=\")"),
                        files.one(KEYS)));
        all.put("no manifest", files -> Files.delete(files.named("manifest.json")));
        return all;
    }

    private static void change(ModelFiles files, Path file, Pattern pattern, String replacement) throws IOException {
        MatchResult found = one(files, Files.readString(file, StandardCharsets.ISO_8859_1), pattern);
        if (found != null) {
            replace(file, found, replacement);
        }
    }

    /** In the JSON at the start of the weights, its length made right. */
    private static void header(ModelFiles files, Pattern pattern, String replacement) throws IOException {
        Path file = files.named("weights.safetensors");
        Safetensors weights = Safetensors.of(Files.readAllBytes(file));
        MatchResult found = one(files, weights.header(), pattern);
        if (found != null) {
            String changed = weights.header().substring(0, found.start())
                    + replacement
                    + weights.header().substring(found.end());
            Files.write(file, weights.withHeader(changed).bytes());
        }
    }

    private static void replace(Path file, MatchResult found, String replacement) throws IOException {
        String text = Files.readString(file, StandardCharsets.ISO_8859_1);
        Files.writeString(
                file,
                text.substring(0, found.start()) + replacement + text.substring(found.end()),
                StandardCharsets.UTF_8);
    }

    /** One of the matches, or null if there is none. */
    private static MatchResult one(ModelFiles files, String text, Pattern pattern) {
        List<MatchResult> found = pattern.matcher(text).results().toList();
        return found.isEmpty() ? null : files.one(found);
    }
}
