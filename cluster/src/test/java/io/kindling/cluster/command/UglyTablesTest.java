package io.kindling.cluster.command;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.univocity.parsers.csv.CsvParser;
import com.univocity.parsers.csv.CsvParserSettings;
import io.kindling.cluster.testing.CommandRun;
import io.kindling.cluster.testing.UglyTables;
import io.kindling.cluster.testing.UglyTables.Ugly;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every odd table trains and predicts with nothing said but its label, or ends in one sentence. */
class UglyTablesTest {
    private static final Object[] SHORT = {
        "--hidden", "16", "--epochs", 25, "--batch-size", 8, "--workers", 1, "--learning-rate", 0.02
    };

    @TempDir
    private Path directory;

    static Stream<Ugly> good() {
        return UglyTables.all().stream().filter(table -> table.accuracy() > 0);
    }

    static Stream<Ugly> bad() {
        return UglyTables.all().stream().filter(table -> table.accuracy() == 0);
    }

    private CommandRun train(Ugly table, Path data) {
        return CommandRun.of(Stream.concat(
                        Stream.of(
                                "train", "--data", data, "--label", table.label(), "--out", directory.resolve("model")),
                        Arrays.stream(SHORT))
                .toArray());
    }

    @ParameterizedTest
    @MethodSource("bad")
    void isRefusedInOneSentence(Ugly table) {
        train(table, table.in(directory)).requireRefusal(table.said().toArray(String[]::new));
    }

    @ParameterizedTest
    @MethodSource("good")
    void trainsAndPredicts(Ugly table) {
        Path data = table.in(directory);
        CommandRun trained = train(table, data).requireSuccess();
        assertThat(table.said()).allSatisfy(said -> assertThat(trained.err()).contains(said));
        JsonNode figures = trained.figures();
        boolean classes = figures.get("task").asText().equals("classification");
        assertThat(figures.get(classes ? "accuracy" : "r2").doubleValue()).isGreaterThanOrEqualTo(table.accuracy());

        Path predicted = directory.resolve("predicted.csv");
        CommandRun.of("predict", "--model", directory.resolve("model"), "--data", data, "--out", predicted)
                .requireSuccess();
        requireInputsAsWritten(table, cells(predicted), classes);

        JsonNode evaluated = CommandRun.of("evaluate", "--model", directory.resolve("model"), "--data", data)
                .requireSuccess()
                .figures();
        assertThat(evaluated.get(classes ? "loss" : "rmse")).isEqualTo(figures.get(classes ? "loss" : "rmse"));
    }

    /** The predictions follow the columns of the input, and name labels as the input does. */
    private void requireInputsAsWritten(Ugly table, List<String[]> predicted, boolean classes) {
        List<String[]> given = cells(table.in(directory));
        assertThat(predicted).hasSameSizeAs(given);
        int label = Arrays.stream(given.get(0))
                .map(name -> name == null ? "" : name.strip())
                .toList()
                .indexOf(table.label());
        int columns = given.get(0).length;
        long right = 0;
        for (int i = 1; i < given.size(); i++) {
            String[] row = predicted.get(i);
            assertThat(Arrays.copyOf(row, columns)).isEqualTo(Arrays.copyOf(given.get(i), columns));
            right += row[columns].equals(row[label]) ? 1 : 0;
        }
        if (classes) {
            assertThat(right / (double) (given.size() - 1)).isGreaterThan(table.accuracy() - 0.02);
            assertThat(predicted.get(0)[columns]).startsWith("predictedLabel");
            assertThat(predicted.get(0)[columns + 2]).startsWith("probability_");
        } else {
            assertThat(predicted.get(0)[columns]).isEqualTo("prediction");
        }
    }

    private static List<String[]> cells(Path file) {
        CsvParserSettings settings = new CsvParserSettings();
        settings.setIgnoreLeadingWhitespaces(false);
        settings.setIgnoreTrailingWhitespaces(false);
        settings.setLineSeparatorDetectionEnabled(true);
        settings.setDelimiterDetectionEnabled(true, ',', ';', '\t');
        settings.setMaxColumns(10_000);
        settings.getFormat().setComment('\0');
        return new ArrayList<>(new CsvParser(settings).parseAll(file.toFile(), StandardCharsets.UTF_8));
    }
}
