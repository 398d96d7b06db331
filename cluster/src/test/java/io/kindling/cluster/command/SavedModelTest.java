package io.kindling.cluster.command;

import static org.assertj.core.api.Assertions.assertThat;

import io.kindling.cluster.testing.CommandRun;
import io.kindling.cluster.testing.Samples;
import io.kindling.layers.core.Dense;
import io.kindling.models.Sequential;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** Models that do not fit the data, or are damaged. */
class SavedModelTest {
    @TempDir
    private static Path directory;

    private static Path named;
    private static Path numbered;
    /** With a network of one's own, which takes plain vectors. */
    private static Path vector;

    @BeforeAll
    static void train() {
        named = directory.resolve("named-model");
        numbered = directory.resolve("numbered-model");
        for (Path model : List.of(named, numbered)) {
            Path data = model == named ? Samples.namedCsv(directory) : Samples.numberedCsv(directory);
            CommandRun.of("train", "--data", data, "--label", "kind", "--hidden", 4, "--epochs", 1, "--out", model)
                    .requireSuccess();
        }
    }

    @BeforeAll
    static void trainANetworkOfOnesOwn() {
        vector = directory.resolve("vector-model");
        Path network = Samples.write(
                directory.resolve("net.json"),
                Sequential.of(Dense.of(3).activation("softmax")).toJson());
        CommandRun.of(
                        "train",
                        "--data",
                        Samples.numberedCsv(directory),
                        "--label",
                        "kind",
                        "--network",
                        network,
                        "--standardize",
                        "--epochs",
                        1,
                        "--out",
                        vector)
                .requireSuccess();
    }

    private static CommandRun evaluate(Path model, Path data, Object... more) {
        return CommandRun.of(Stream.concat(Stream.of("evaluate", "--model", model, "--data", data), Stream.of(more))
                .toArray());
    }

    private static Path csv(String... lines) {
        return Samples.write(directory.resolve("data.csv"), lines);
    }

    @Test
    void dataThatDoesNotFit() {
        evaluate(named, csv("x,kind", "1,ant")).requireRefusal("'y'", "x, kind");
        evaluate(named, csv("x,y", "1,2")).requireRefusal("'kind'", "x, y");
        evaluate(named, csv("x,y,kind", "1,2,dog")).requireRefusal("'kind'", "dog", "ant, bee, cat");
        evaluate(named, csv("x,y,kind", "1,2,")).requireRefusal("'kind'", "no label");
        evaluate(vector, csv("x,y,kind", "1,2,1", "1,,1")).requireRefusal("'y'", "null");
        evaluate(vector, csv("x,y,kind", "1,two,1")).requireRefusal("'y'", "null");
        evaluate(named, csv("x,y,sort", "1,2,ant"), "--label", "sort").requireRefusal("'kind'", "sort");
        evaluate(vector, csv("x,y,kind", "1,2,3")).requireRefusal("'kind'", "from 0 to 2", "3");
        evaluate(vector, csv("x,y,kind", "1,2,ant")).requireRefusal("'kind'", "numeric");
        evaluate(numbered, csv("x,y,kind", "1,2,3")).requireRefusal("'kind'", "0, 1, 2", "3");
        evaluate(numbered, Samples.idx(directory, "")).requireRefusal("'x'", "features, label");
    }

    /** Of holes, odd texts, labels written in another way, and columns more, each under a name that stages use, too. */
    @Test
    void dataThatDiffersFromThatOfTraining() {
        CommandRun holes = evaluate(named, csv("x,y,kind", "1,2,ant", "1,,ant", "two,NA,ant", "1,2,"))
                .requireSuccess();
        assertThat(holes.figures().get("rows").intValue()).isEqualTo(3);
        assertThat(holes.err())
                .contains("In the column 'x' 1 cell is no number and so missing: 'two'.")
                .contains("In the column 'y' 1 cell counts as missing: 'NA'.")
                .contains("1 row has no label in the column 'kind' and is left out.");
        assertThat(evaluate(numbered, csv("x,y,kind", "1,2,1.0", "1,2,2"))
                        .requireSuccess()
                        .figures())
                .isNotNull();
        String narrow = evaluate(numbered, csv("x,y,kind", "1,2,1", "0,0,0"))
                .requireSuccess()
                .figures()
                .get("loss")
                .asText();
        CommandRun wide =
                evaluate(numbered, csv("prediction,kind,features,y,labelIndex,x", "5,1,a,2,b,1", "5,0,a,0,b,0"));
        assertThat(wide.requireSuccess().figures().get("loss").asText()).isEqualTo(narrow);
    }

    @Test
    void predictionsThatFailLeaveNothing() {
        Path out = directory.resolve("out.csv");
        List<String> before = Stream.concat(Samples.namesIn(directory), Stream.of("data.csv"))
                .distinct()
                .sorted()
                .toList();
        CommandRun.of("predict", "--model", vector, "--data", csv("x,y", "1,2", "1e300,3"), "--out", out)
                .requireRefusal("'x'", "1.0E300");
        assertThat(Samples.namesIn(directory)).containsExactlyElementsOf(before);
    }

    @Test
    void whatIsNoModel() throws IOException {
        CommandRun.of("describe", "--model", directory.resolve("nowhere")).requireRefusal("nowhere", "does not exist");
        Path empty = Files.createDirectories(directory.resolve("empty"));
        CommandRun.of("describe", "--model", empty).requireRefusal("empty", "metadata");
        CommandRun.of("describe", "--model", Samples.namedCsv(directory)).requireRefusal("named.csv");
    }

    @Test
    void stagesAreAllowedByTheFullNamesOfTheirClasses() {
        CommandRun.of("describe", "--model", named, "--allow-stage", "../x").requireRefusal("full name", "../x");
        CommandRun.of("describe", "--model", named, "--allow-stage", "com.example.A", "--allow-stage", "com.example.B")
                .requireSuccess();
    }

    @TestFactory
    Stream<DynamicTest> everyFileDamaged() throws IOException {
        return files().stream()
                .flatMap(file -> Stream.of("cut", "flip", "empty", "delete")
                        .map(damage -> DynamicTest.dynamicTest(damage + " " + file, () -> {
                            describeDamaged(file, damage)
                                    .requireRefusal("named-model", "cannot be read", file.toString());
                        })));
    }

    /** Copying tools may leave them out. */
    @Test
    void hiddenFilesAreNotNeeded() throws IOException {
        Path copy = directory.resolve("copy");
        for (Path file : files()) {
            Files.createDirectories(copy.resolve(file).getParent());
            Files.copy(named.resolve(file), copy.resolve(file));
        }
        assertThat(CommandRun.of("describe", "--model", copy).requireSuccess().out())
                .isEqualTo(CommandRun.of("describe", "--model", named).out());
    }

    @TestFactory
    Stream<DynamicTest> damagedWithoutManifest() throws IOException {
        return files().stream()
                .filter(file -> !file.endsWith("manifest.json"))
                .map(file -> DynamicTest.dynamicTest(file.toString(), () -> {
                    byte[] manifest = Files.readAllBytes(named.resolve("manifest.json"));
                    Files.delete(named.resolve("manifest.json"));
                    try {
                        describeDamaged(file, "cut").requireRefusal("named-model", "cannot be read");
                    } finally {
                        Files.write(named.resolve("manifest.json"), manifest);
                    }
                }));
    }

    /** The files of the model that are neither empty nor hidden. */
    private static List<Path> files() throws IOException {
        try (Stream<Path> files = Files.walk(named)) {
            List<Path> found = files.filter(Files::isRegularFile)
                    .filter(file -> file.toFile().length() > 0)
                    .filter(file -> !file.getFileName().toString().startsWith("."))
                    .map(named::relativize)
                    .sorted()
                    .toList();
            assertThat(found).hasSizeGreaterThan(6);
            return found;
        }
    }

    private static CommandRun describeDamaged(Path relative, String damage) throws IOException {
        Path file = named.resolve(relative);
        byte[] whole = Files.readAllBytes(file);
        switch (damage) {
            case "cut" -> Files.write(file, Arrays.copyOf(whole, whole.length - 1 - whole.length / 3));
            case "empty" -> Files.write(file, new byte[0]);
            case "delete" -> Files.delete(file);
            default -> {
                byte[] flipped = whole.clone();
                flipped[whole.length / 2] ^= 0x15;
                Files.write(file, flipped);
            }
        }
        try {
            return CommandRun.of("describe", "--model", named);
        } finally {
            Files.write(file, whole);
        }
    }
}
