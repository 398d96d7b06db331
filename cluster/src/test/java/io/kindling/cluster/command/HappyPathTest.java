package io.kindling.cluster.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.kindling.cluster.testing.CommandRun;
import io.kindling.cluster.testing.Samples;
import io.kindling.cluster.testing.TestSpark;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a person does with good files. */
class HappyPathTest {
    private static final Object[] SETTINGS = {
        "--hidden", "8", "--epochs", 15, "--learning-rate", 0.1, "--workers", 2, "--seed", 3
    };

    @TempDir
    private Path directory;

    private CommandRun train(Object... arguments) {
        return CommandRun.of(Stream.of(new Object[] {"train"}, arguments, SETTINGS)
                        .flatMap(Stream::of)
                        .toArray())
                .requireSuccess();
    }

    @Test
    void namedLabelsFromTrainingToPredictions() throws IOException {
        Path data = Samples.namedCsv(directory);
        Path model = directory.resolve("model");
        Path json = directory.resolve("figures.json");

        CommandRun trained =
                train("--data", data, "--label", "kind", "--test-fraction", 0.3, "--out", model, "--json", json);
        JsonNode figures = trained.figures();
        assertThat(figures.get("accuracy").doubleValue()).isGreaterThan(0.95);
        assertThat(figures.get("loss").doubleValue()).isBetween(0.0, 0.5);
        assertThat(figures.get("rows").intValue() + figures.get("measured_rows").intValue())
                .isEqualTo(Samples.ROWS);
        assertThat(figures.get("epochs").intValue()).isEqualTo(15);
        assertThat(figures.get("workers").intValue()).isEqualTo(2);
        assertThat(figures.get("parameters").intValue()).isEqualTo(2 * 8 + 8 + 8 * 3 + 3);
        double rowsSeen = figures.get("rows").intValue() * 15.0;
        assertThat(figures.get("rows_per_second").doubleValue())
                .isCloseTo(rowsSeen / figures.get("seconds").doubleValue(), within(1e-6));
        assertThat(new ObjectMapper().readTree(json.toFile())).isEqualTo(figures);
        assertThat(trained.out()).contains("Dense", "accuracy", "Saved to " + model);
        assertThat(trained.err().lines()).hasSize(15).last().asString().startsWith("epoch 15/15: loss ");

        JsonNode evaluated = CommandRun.of("evaluate", "--model", model, "--data", data, "--label", "kind")
                .requireSuccess()
                .figures();
        assertThat(evaluated.get("accuracy").doubleValue()).isGreaterThan(0.95);
        assertThat(evaluated.get("rows").intValue()).isEqualTo(Samples.ROWS);
        assertThat(evaluated.get("seconds").doubleValue()).isPositive();
        assertThat(CommandRun.of("evaluate", "--model", model, "--data", data)
                        .figures()
                        .get("accuracy"))
                .isEqualTo(evaluated.get("accuracy"));

        Path predicted = directory.resolve("predicted.csv");
        CommandRun.of("predict", "--model", model, "--data", data, "--out", predicted)
                .requireSuccess();
        List<String> lines = Files.readAllLines(predicted);
        assertThat(lines)
                .hasSize(1 + Samples.ROWS)
                .first()
                .isEqualTo("x,y,kind,predictedLabel,probability,probability_ant,probability_bee,probability_cat");
        long right = lines.stream()
                .filter(line -> line.split(",")[2].equals(line.split(",")[3]))
                .count();
        assertThat(right / (double) Samples.ROWS)
                .isEqualTo(evaluated.get("accuracy").doubleValue());
        assertThat(lines.stream().skip(1).mapToDouble(line -> Double.parseDouble(line.split(",")[4])))
                .allMatch(probability -> probability > 1 / 3.0 && probability <= 1);

        assertThat(CommandRun.of("describe", "--model", model).requireSuccess().out())
                .contains("StringIndexerModel", "NeuralNetworkClassificationModel", "Features: x, y")
                .contains("Labels: ant, bee, cat", "dense_1 (Dense)");
        assertThat(Samples.namesIn(directory)).containsExactly("figures.json", "model", "named.csv", "predicted.csv");
    }

    @Test
    void predictionsNeedNoLabels() throws IOException {
        Path model = directory.resolve("model");
        train("--data", Samples.namedCsv(directory), "--label", "kind", "--out", model);
        Path unlabelled =
                Samples.write(directory.resolve("new.csv"), "name,y,x", "\"a, \"\"b\"\"\",0.5,4.5", "c,4.5,0.5");
        Path predicted = directory.resolve("new-predicted.csv.gz");
        CommandRun.of("predict", "--model", model, "--data", unlabelled, "--out", predicted)
                .requireSuccess();
        try (InputStream in = new GZIPInputStream(Files.newInputStream(predicted))) {
            assertThat(new String(in.readAllBytes(), StandardCharsets.UTF_8)
                            .lines()
                            .map(line -> line.replaceAll("(,[^,]*){4}$", "")))
                    .containsExactly("name,y,x,predictedLabel", "\"a, \"\"b\"\"\",0.5,4.5,bee", "c,4.5,0.5,cat");
        }
    }

    @Test
    void parquetInAndOut() {
        Path data = directory.resolve("points.parquet");
        TestSpark.session()
                .read()
                .option("header", true)
                .option("inferSchema", true)
                .csv(Samples.numberedCsv(directory).toString())
                .write()
                .parquet(data.toString());
        Path model = directory.resolve("model");
        assertThat(train("--data", data, "--label", "kind", "--standardize", "--features", "x,y", "--out", model)
                        .figures()
                        .get("accuracy")
                        .doubleValue())
                .isGreaterThan(0.95);
        Path predicted = directory.resolve("predictions");
        CommandRun.of("predict", "--model", model, "--data", data, "--out", predicted)
                .requireSuccess();
        List<Row> rows =
                TestSpark.session().read().parquet(predicted.toString()).collectAsList();
        assertThat(rows).hasSize(Samples.ROWS);
        assertThat(rows.get(0).schema().fieldNames())
                .containsExactly(
                        "x",
                        "y",
                        "kind",
                        "predictedLabel",
                        "probability",
                        "probability_0",
                        "probability_1",
                        "probability_2");
    }

    @ParameterizedTest
    @ValueSource(strings = {"points.txt", "points.svm.gz"})
    void trainsFromLibsvm(String name) {
        Path data = Samples.libsvm(directory.resolve(name));
        Path test = Samples.write(directory.resolve("test.libsvm"), "0 1:0.1", "1 1:4.1", "2 2:4.1");
        Path model = directory.resolve("model");
        JsonNode figures = train("--data", data, "--test", test, "--out", model).figures();
        assertThat(figures.get("accuracy").doubleValue()).isEqualTo(1);
        assertThat(figures.get("measured_rows").intValue()).isEqualTo(3);
        Path first = Samples.write(directory.resolve("first.libsvm"), "1 1:4.1", "0 1:0.2");
        assertThat(CommandRun.of("evaluate", "--model", model, "--data", first)
                        .requireSuccess()
                        .figures()
                        .get("accuracy")
                        .doubleValue())
                .as("a file whose largest index is 1")
                .isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", ".gz"})
    void trainsFromIdx(String suffix) {
        Path images = Samples.idx(directory, suffix);
        Path model = directory.resolve("model");
        assertThat(train("--data", images, "--out", model)
                        .figures()
                        .get("accuracy")
                        .doubleValue())
                .isEqualTo(1);
        Path predicted = directory.resolve("predicted.csv");
        CommandRun.of("predict", "--model", model, "--data", images, "--out", predicted)
                .requireSuccess();
        assertThat(predicted)
                .content()
                .startsWith("label,prediction,probability,probability_0,probability_1,probability_2\n0.0,0.0,");
    }

    @Test
    void namesWithDotsAndOfOtherColumns() throws IOException {
        Path data = Samples.write(
                directory.resolve("odd.csv"),
                Files.readString(Samples.namedCsv(directory)).strip().replace("x,y,kind", "a.b,features,the.label"));
        Path model = directory.resolve("model");
        assertThat(train("--data", data, "--label", "the.label", "--standardize", "--out", model)
                        .figures()
                        .get("accuracy")
                        .doubleValue())
                .isGreaterThan(0.95);
        assertThat(CommandRun.of("describe", "--model", model).out()).contains("Features: a_b, features\n");
        Path predicted = directory.resolve("predicted.csv");
        CommandRun.of("predict", "--model", model, "--data", data, "--out", predicted)
                .requireSuccess();
        assertThat(Files.readAllLines(predicted))
                .first()
                .isEqualTo(
                        "a.b,features,the.label,predictedLabel,probability,probability_ant,probability_bee,probability_cat");
        CommandRun.of("evaluate", "--model", model, "--data", data, "--label", "the.label")
                .requireSuccess();
    }

    @Test
    void truthValuesAreLabelsToo() throws IOException {
        Path data = Samples.write(
                directory.resolve("yes.csv"),
                Files.readString(Samples.numberedCsv(directory))
                        .replaceAll("(?m),0$", ",true")
                        .replaceAll("(?m),[12]$", ",false")
                        .strip());
        assertThat(train("--data", data, "--label", "kind")
                        .figures()
                        .get("accuracy")
                        .doubleValue())
                .isGreaterThan(0.95);
    }

    @Test
    void networkFromAFile() throws IOException {
        Path network = Samples.write(
                directory.resolve("net.json"),
                "{\"layers\": [{\"class_name\": \"Dense\", \"config\": {\"units\": 5, \"activation\": \"tanh\"}},",
                "{\"class_name\": \"Dense\", \"config\": {\"units\": 3, \"activation\": \"softmax\"}}]}");
        CommandRun run = CommandRun.of(
                        "train",
                        "--data",
                        Samples.numberedCsv(directory),
                        "--label",
                        "kind",
                        "--network",
                        network,
                        "--optimizer",
                        "sgd(0.1, momentum=0.9)",
                        "--loss",
                        "sparse_categorical_crossentropy",
                        "--epochs",
                        20,
                        "--batch-size",
                        16,
                        "--averaging-frequency",
                        2)
                .requireSuccess();
        assertThat(run.figures().get("parameters").intValue()).isEqualTo(2 * 5 + 5 + 5 * 3 + 3);
        assertThat(run.figures().get("accuracy").doubleValue()).isGreaterThan(0.9);
    }

    @Test
    void sameSeedSameBytes() throws IOException {
        Path data = Samples.namedCsv(directory);
        for (String name : List.of("one", "two")) {
            train("--data", data, "--label", "kind", "--test-fraction", 0.2, "--out", directory.resolve(name));
        }
        assertThat(weights(directory.resolve("one"))).isEqualTo(weights(directory.resolve("two")));
    }

    private static byte[] weights(Path model) throws IOException {
        try (Stream<Path> files = Files.walk(model)) {
            List<Path> found =
                    files.filter(file -> file.endsWith("weights.safetensors")).collect(Collectors.toList());
            assertThat(found).hasSize(1);
            return Files.readAllBytes(found.get(0));
        }
    }

    @Test
    void moreWorkersThanRowsIsNoError() {
        Path data = Samples.write(directory.resolve("few.csv"), "x,label", "0,0", "1,1", "2,0");
        CommandRun run = CommandRun.of(
                        "train", "--data", data, "--label", "label", "--hidden", 4, "--epochs", 1, "--workers", 5)
                .requireSuccess();
        assertThat(run.figures().get("workers").intValue()).isEqualTo(3);
        assertThat(run.err()).contains("3 workers instead of 5");
    }

    @Test
    void overwriteReplacesAModel() {
        Path data = Samples.namedCsv(directory);
        Path model = directory.resolve("model");
        train("--data", data, "--label", "kind", "--out", model);
        train("--data", data, "--label", "kind", "--features", "x", "--out", model, "--overwrite");
        assertThat(CommandRun.of("describe", "--model", model).out()).contains("Features: x\n");
        assertThat(Samples.namesIn(directory)).containsExactly("model", "named.csv");
    }

    @Test
    void helpAndVersion() {
        assertThat(CommandRun.of("--help").requireSuccess().out()).contains("train", "evaluate", "predict", "describe");
        assertThat(CommandRun.of("train", "--help").requireSuccess().out()).contains("--averaging-frequency");
        assertThat(CommandRun.of("--version").requireSuccess().out()).startsWith("kindling ");
    }
}
