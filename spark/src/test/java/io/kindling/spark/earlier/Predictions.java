package io.kindling.spark.earlier;

import io.kindling.spark.NeuralNetworkClassificationModel;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.apache.spark.ml.linalg.Vector;
import org.apache.spark.sql.Row;

/** Probabilities to the last bit, and the processor they were computed on: another one may sum in another order. */
record Predictions(String processor, List<double[]> rows) {
    private static final Path PROCESSORS = Path.of("/proc/cpuinfo");

    static Predictions of(NeuralNetworkClassificationModel model, EarlierModel earlier) throws IOException {
        List<double[]> rows = new ArrayList<>();
        for (Row row : model.transform(earlier.data()).select("probability").collectAsList()) {
            rows.add(((Vector) row.get(0)).toArray());
        }
        return new Predictions(thisProcessor(), rows);
    }

    static String thisProcessor() throws IOException {
        if (!Files.exists(PROCESSORS)) {
            return System.getProperty("os.arch");
        }
        // Names alone hide which generation it is.
        return Files.readAllLines(PROCESSORS).stream()
                .takeWhile(line -> !line.isBlank())
                .filter(line -> line.matches("(model name|cpu family|model)\\s*:.*"))
                .map(line -> line.replaceAll("\\s*:\\s*", " "))
                .sorted()
                .collect(Collectors.joining(", "));
    }

    void write(Path file) throws IOException {
        List<String> lines = new ArrayList<>();
        lines.add(processor);
        for (double[] row : rows) {
            lines.add(Arrays.stream(row).mapToObj(Double::toHexString).collect(Collectors.joining(" ")));
        }
        Files.write(file, lines);
    }

    static Predictions read(Path file) throws IOException {
        List<String> lines = Files.readAllLines(file);
        List<double[]> rows = lines.stream()
                .skip(1)
                .map(line -> Arrays.stream(line.split(" "))
                        .mapToDouble(Double::parseDouble)
                        .toArray())
                .toList();
        return new Predictions(lines.get(0), rows);
    }
}
