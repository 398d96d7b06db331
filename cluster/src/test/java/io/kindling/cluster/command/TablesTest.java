package io.kindling.cluster.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.kindling.cluster.testing.CommandRun;
import io.kindling.cluster.testing.Samples;
import io.kindling.cluster.testing.TestSpark;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Tables of mixed columns, from training to predictions. */
class TablesTest {
    private static final String HEADER = "size,colour,sold,price";
    private static final String[] COLOURS = {"red", "green", "blue"};

    @TempDir
    private static Path directory;

    private static Path houses;
    private static Path byColour;
    private static Path byPrice;

    @BeforeAll
    static void train() {
        houses = Samples.write(
                directory.resolve("houses.csv"),
                Stream.concat(Stream.of(HEADER), IntStream.range(0, 120).mapToObj(TablesTest::house))
                        .toArray(String[]::new));
        byColour = directory.resolve("by-colour");
        byPrice = directory.resolve("by-price");
        train(houses, "--label", "colour", "--out", byColour).requireSuccess();
        train(houses, "--label", "price", "--out", byPrice).requireSuccess();
    }

    private static String house(int i) {
        double size = 50 + (i * 37) % 101;
        String day = String.format("2024-%02d-%02d", 1 + i % 12, 1 + i % 28);
        return String.format("%.1f,%s,%s,%.2f", size + 200 * (i % 3), COLOURS[i % 3], day, 3 * size + 500 * (i % 3));
    }

    private static CommandRun train(Path data, Object... more) {
        return CommandRun.of(Stream.of(
                        new Object[] {"train", "--data", data},
                        new Object[] {"--hidden", "16", "--batch-size", 8, "--workers", 1},
                        new Object[] {"--learning-rate", 0.02},
                        List.of(more).contains("--epochs") ? new Object[0] : new Object[] {"--epochs", 40},
                        more)
                .flatMap(Stream::of)
                .toArray());
    }

    private static CommandRun on(Path model, String command, Path data, Object... more) {
        return CommandRun.of(Stream.concat(Stream.of(command, "--model", model, "--data", data), Stream.of(more))
                .toArray());
    }

    @Test
    void amountsAreLearnedAndMeasured() {
        CommandRun trained =
                train(houses, "--label", "price", "--test-fraction", 0.2).requireSuccess();
        JsonNode figures = trained.figures();
        assertThat(figures.get("task").asText()).isEqualTo("regression");
        assertThat(figures.get("r2").doubleValue()).isGreaterThan(0.95);
        assertThat(trained.err()).contains("learned as amounts (regression); --task classification");
        assertThat(trained.out()).containsPattern("kept from training: RMSE [\\d.]+, MAE [\\d.]+, R² 0\\.9");

        JsonNode evaluated = on(byPrice, "evaluate", houses).requireSuccess().figures();
        double rmse = evaluated.get("rmse").doubleValue();
        assertThat(evaluated.get("mae").doubleValue()).isPositive().isLessThanOrEqualTo(rmse);
        assertThat(evaluated.get("rows").intValue()).isEqualTo(120);
    }

    @Test
    void everyClassIsMeasured() {
        CommandRun evaluated = on(byColour, "evaluate", houses).requireSuccess();
        JsonNode figures = evaluated.figures();
        assertThat(figures.get("accuracy").doubleValue()).isGreaterThan(0.95);
        JsonNode classes = figures.get("classes");
        assertThat(classes).hasSize(3);
        long right = 0;
        for (int i = 0; i < 3; i++) {
            JsonNode one = classes.get(i);
            assertThat(one.get("label").asText())
                    .isEqualTo(List.of("blue", "green", "red").get(i));
            assertThat(one.get("rows").intValue()).isEqualTo(40);
            assertThat(one.get("auc").doubleValue()).isBetween(0.95, 1.0);
            double precision = one.get("precision").doubleValue();
            double recall = one.get("recall").doubleValue();
            assertThat(one.get("f1").doubleValue())
                    .isCloseTo(2 * precision * recall / (precision + recall), within(1e-9));
            right += figures.get("confusion").get(i).get(i).asLong();
        }
        assertThat(right / 120.0).isEqualTo(figures.get("accuracy").doubleValue());
        assertThat(evaluated.out()).contains("taken for:", "precision", "recall", "AUC");
    }

    @ParameterizedTest
    @CsvSource({"classes.tsv, '\t'", "classes.csv, ','"})
    void textsStayAsTheyWereWritten(String name, String delimiter) throws IOException {
        Path fresh = Samples.write(
                directory.resolve("fresh.csv"),
                "colour,note,size,sold,price",
                " red ,\"a, \"\"b\"\"\",0100.0,never,",
                ",,1e2,2024-01-01,7");
        Path out = directory.resolve(name);
        on(byColour, "predict", fresh, "--out", out, "--overwrite").requireSuccess();
        List<String> lines = Files.readAllLines(out);
        assertThat(lines.get(0).split(delimiter))
                .containsExactly(
                        "colour",
                        "note",
                        "size",
                        "sold",
                        "price",
                        "predictedLabel",
                        "probability",
                        "probability_blue",
                        "probability_green",
                        "probability_red");
        String quoted = delimiter.equals(",") ? "\"a, \"\"b\"\"\"" : "\"a, \"\"b\"\"\"";
        assertThat(lines.get(1)).startsWith(String.join(delimiter, " red ", quoted, "0100.0", "never", "") + delimiter);
        assertThat(lines.get(2)).startsWith(String.join(delimiter, "", "", "1e2", "2024-01-01", "7") + delimiter);
    }

    @Test
    void newCategoriesHolesAndColumnsArePredicted() throws IOException {
        Path plain = Samples.write(directory.resolve("plain.csv"), HEADER, "260,green,2024-05-05,");
        Path odd = Samples.write(
                directory.resolve("odd.csv"),
                "prediction,sold,colour,size",
                "9,2024-05-05,green,260",
                "9,2024-05-05,violet,260",
                "9,,,",
                "9,soon,green,large");
        CommandRun one = on(byPrice, "predict", plain, "--out", "-").requireSuccess();
        CommandRun four = on(byPrice, "predict", odd, "--out", "-").requireSuccess();
        List<String> lines = four.out().lines().toList();
        assertThat(lines).hasSize(5).first().isEqualTo("prediction,sold,colour,size,prediction_");
        String expected = one.out().lines().toList().get(1).replaceAll(".*,", "");
        assertThat(lines.get(1)).endsWith("," + expected);
        assertThat(lines.subList(1, 5))
                .allSatisfy(line -> assertThat(Double.parseDouble(line.replaceAll(".*,", "")))
                        .isFinite());
        assertThat(four.err())
                .contains("Predicted 4 rows: -.", "'size' 1 cell is no number", "'sold' 1 cell is no date");
    }

    @Test
    void predictionsAreLinesOfJsonOrParquetByTheirName() throws IOException {
        Path json = directory.resolve("predicted.jsonl");
        on(byColour, "predict", houses, "--out", json).requireSuccess();
        List<String> lines = Files.readAllLines(json);
        assertThat(lines).hasSize(120);
        JsonNode first = new ObjectMapper().readTree(lines.get(0));
        assertThat(first.get("size").isNumber()).isTrue();
        assertThat(first.get("colour").asText()).isEqualTo("red");
        assertThat(first.get("predictedLabel").asText()).isEqualTo("red");
        double sum = Stream.of("blue", "green", "red")
                .mapToDouble(colour -> first.get("probability_" + colour).doubleValue())
                .sum();
        assertThat(sum).isCloseTo(1, within(1e-6));

        Path parquet = directory.resolve("predicted");
        on(byPrice, "predict", houses, "--out", parquet).requireSuccess();
        Row row = TestSpark.session().read().parquet(parquet.toString()).first();
        assertThat(row.schema().fieldNames()).containsExactly("size", "colour", "sold", "price", "prediction");
        assertThat(row.get(0)).isInstanceOf(Double.class);
    }

    @ParameterizedTest
    @CsvSource({"UTF-16", "ISO-8859-1", "windows-1252"})
    void otherEncodingsAreReadWhereTheyAreNamed(String encoding) throws IOException {
        Path data = directory.resolve(encoding + ".csv");
        Files.writeString(
                data, Files.readString(houses).replace("red", "röt"), java.nio.charset.Charset.forName(encoding));
        assertThat(train(data, "--label", "colour", "--encoding", encoding, "--epochs", 1)
                        .requireSuccess()
                        .out())
                .contains("3 classes");
        Path out = directory.resolve("of-" + encoding + ".csv");
        on(byColour, "predict", data, "--encoding", encoding, "--out", out).requireSuccess();
        assertThat(Files.readString(out, StandardCharsets.UTF_8)).contains("röt");
    }

    @Test
    void columnsAreNamedByTheirPlaceWithoutAHeader() throws IOException {
        Path data = Samples.write(
                directory.resolve("bare.csv"),
                Files.readString(houses).lines().skip(1).toArray(String[]::new));
        CommandRun trained = train(data, "--no-header", "--label", "column_2", "--ignore", "column_3,column_4")
                .requireSuccess();
        assertThat(trained.figures().get("rows").intValue()).isEqualTo(120);
        assertThat(trained.figures().get("accuracy").doubleValue()).isGreaterThan(0.95);
    }

    /** 90 rows of one class, 30 of the other; the features say nothing. */
    @Test
    void balancedWeightsRaiseTheRareClass() {
        Path data = Samples.write(
                directory.resolve("rare.csv"),
                Stream.concat(
                                Stream.of("x,label"),
                                IntStream.range(0, 120).mapToObj(i -> (i * 7) % 11 + "," + (i % 4 == 0 ? "yes" : "no")))
                        .toArray(String[]::new));
        assertThat(yes(data)).isLessThan(0.4);
        assertThat(yes(data, "--class-weights", "balanced")).isBetween(0.4, 0.6);
        assertThat(yes(data, "--class-weights", "yes=9")).isGreaterThan(0.6);
    }

    private double yes(Path data, Object... more) {
        Path model = directory.resolve("weighted" + more.length
                + String.join("", Stream.of(more).map(String::valueOf).toList()));
        train(
                        data,
                        Stream.concat(Stream.of("--label", "label", "--out", model), Stream.of(more))
                                .toArray())
                .requireSuccess();
        return on(model, "predict", data, "--out", "-")
                .requireSuccess()
                .out()
                .lines()
                .skip(1)
                .mapToDouble(line -> Double.parseDouble(line.replaceAll(".*,", "")))
                .average()
                .orElseThrow();
    }

    @Test
    void missingTextsThatWereNamedStayMissingWhenPredicting() throws IOException {
        Path data = Samples.write(
                directory.resolve("holes.csv"),
                Stream.concat(
                                Stream.of("shape,label"),
                                IntStream.range(0, 60)
                                        .mapToObj(i -> List.of("round,a", "square,b", "n.n.,b")
                                                .get(i % 3)))
                        .toArray(String[]::new));
        Path model = directory.resolve("holes");
        train(data, "--label", "label", "--missing", "n.n.,?", "--out", model).requireSuccess();
        Path rows = Samples.write(directory.resolve("rows.csv"), "shape,z", "n.n.,1", ",1", "?,1", "triangle,1");
        List<String> predicted = on(model, "predict", rows, "--out", "-")
                .out()
                .lines()
                .map(line -> line.replaceAll("^[^,]*,", ""))
                .toList();
        assertThat(predicted.get(2)).isEqualTo(predicted.get(1));
        assertThat(predicted.get(3)).isEqualTo(predicted.get(1));
        assertThat(predicted.get(4)).isNotEqualTo(predicted.get(1));
    }

    @Test
    void saysWhenMoreEpochsMayBeBetter() {
        Object[] validated = {"--label", "price", "--validation-fraction", 0.2, "--seed", 1};
        assertThat(train(
                                houses,
                                Stream.concat(Stream.of(validated), Stream.of("--epochs", 2))
                                        .toArray())
                        .requireSuccess()
                        .err())
                .contains("the last epoch was the best, so more may be better: --epochs 4.");
        CommandRun stopped = train(
                        houses,
                        Stream.concat(Stream.of(validated), Stream.of("--epochs", 500, "--patience", 3))
                                .toArray())
                .requireSuccess();
        assertThat(stopped.figures().get("epochs").intValue()).isLessThan(500);
        assertThat(stopped.err()).doesNotContain("more may be better");
    }
}
