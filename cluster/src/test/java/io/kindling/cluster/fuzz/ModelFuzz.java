package io.kindling.cluster.fuzz;

import io.kindling.cluster.data.Passing;
import io.kindling.cluster.data.Table;
import io.kindling.cluster.fuzz.Mutations.Mutation;
import io.kindling.cluster.model.Predictions;
import io.kindling.cluster.model.TrainedPipeline;
import io.kindling.cluster.report.Failure;
import io.kindling.spark.mllib.DamagedModelException;
import io.kindling.spark.saved.StageClasses;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;

/**
 * Loads mutants of a saved pipeline and predicts with those that load, in a process of its own with a small heap. Arguments:
 * the model, a directory for mutants, the first seed, how many. Prints a line for each mutant that does what none may, and
 * how many ended in which way; exit code 1 if there was such a line.
 */
public final class ModelFuzz {
    /** What a mutant may take of the processor. */
    private static final long LIMIT_NANOS = 5_000_000_000L;
    /** After how many of them the figures are printed. */
    private static final int REPORTED = 1000;

    private final SparkSession spark;
    private final Path model;
    private final Path workplace;
    private final List<Map.Entry<String, Mutation>> mutations =
            List.copyOf(Mutations.all().entrySet());
    private final Map<String, Integer> outcomes = new TreeMap<>();
    private final Map<String, Double> seconds = new TreeMap<>();
    private final Map<String, Integer> kinds = new TreeMap<>();
    private final List<String> failures = new ArrayList<>();
    private final Watch watch = new Watch();

    private ModelFuzz(SparkSession spark, Path model, Path workplace) {
        this.spark = spark;
        this.model = model;
        this.workplace = workplace;
    }

    /** Runs it. */
    public static void main(String[] arguments) throws IOException {
        SparkSession spark = SparkSession.builder()
                .master("local[1]")
                .appName("fuzz")
                .config("spark.ui.enabled", "false")
                .config("spark.driver.bindAddress", "127.0.0.1")
                .config("spark.driver.host", "127.0.0.1")
                .config("spark.sql.caseSensitive", "true")
                .config("spark.sql.shuffle.partitions", "1")
                .config("spark.hadoop.fs.file.impl", RecordingFileSystem.class.getName())
                .config("spark.executor.killOnFatalError.depth", "0")
                // Spark wants 450 MB, and works with less.
                .config("spark.testing.memory", "500000000")
                .getOrCreate();
        ModelFuzz fuzz = new ModelFuzz(spark, Path.of(arguments[0]), Path.of(arguments[1]));
        fuzz.run(Long.parseLong(arguments[2]), Integer.parseInt(arguments[3]));
        System.out.flush();
        Runtime.getRuntime().halt(fuzz.failures.isEmpty() ? 0 : 1);
    }

    private void run(long seed, int count) throws IOException {
        List<Row> expected = predictions(model);
        for (int i = 0; i < 3; i++) {
            if (!predictions(model).equals(expected)) {
                throw new IllegalStateException("Predictions differ without any mutation.");
            }
        }
        long started = System.nanoTime();
        for (long i = seed; i < seed + count; i++) {
            one(i, expected);
            if ((i + 1 - seed) % REPORTED == 0 || i + 1 == seed + count) {
                report(seed, i + 1 - seed, (System.nanoTime() - started) / 1e9);
            }
        }
        kinds.forEach((kind, number) -> System.out.println("    " + number + " " + kind));
        System.out.println(failures.size() + " failures");
    }

    private void report(long seed, long count, double seconds) {
        System.out.printf(
                "%d mutants, seeds %d to %d, in %.0f s; heap of %d MB%n",
                count, seed, seed + count - 1, seconds, Runtime.getRuntime().maxMemory() >> 20);
        outcomes.forEach((outcome, number) -> System.out.printf(
                "  %d %s, %.2f s each%n", number, outcome, this.seconds.getOrDefault(outcome, 0.0) / number));
        System.out.println("slowest: " + watch.slowest());
        System.out.flush();
    }

    private void one(long seed, List<Row> expected) throws IOException {
        Random random = new Random(seed);
        Map.Entry<String, Mutation> mutation = mutations.get(random.nextInt(mutations.size()));
        boolean repaired = random.nextBoolean();
        String name = "seed " + seed + ", " + mutation.getKey() + (repaired ? ", checksums made right" : "");
        Path mutant = workplace.resolve("mutant-" + seed);
        copy(model, mutant);
        ModelFiles files = new ModelFiles(mutant, random);
        mutation.getValue().apply(files);
        if (repaired) {
            Repair.all(files);
        }
        RecordingFileSystem.allowOnly(mutant);
        Alarm.taken();
        watch.start(name);
        String outcome;
        try {
            outcome = outcome(mutant, expected, repaired);
        } catch (Throwable escaped) {
            outcome = "FAILED: " + escaped;
        }
        long taken = watch.stop();
        if (taken > LIMIT_NANOS) {
            outcome = "FAILED: it takes " + taken / 1e9 + " s of the processor";
        }
        seconds.merge(outcome.startsWith("FAILED") ? "FAILED" : outcome, taken / 1e9, Double::sum);
        Set<String> raised = Alarm.taken();
        if (!raised.isEmpty()) {
            outcome = "FAILED: " + raised;
        }
        if (outcome.startsWith("FAILED")) {
            failures.add(name);
            System.out.println(name + ": " + outcome);
        }
        outcomes.merge(outcome.startsWith("FAILED") ? "FAILED" : outcome, 1, Integer::sum);
        kinds.merge(mutation.getKey() + ": " + (outcome.startsWith("FAILED") ? "FAILED" : outcome), 1, Integer::sum);
        delete(mutant);
    }

    private String outcome(Path mutant, List<Row> expected, boolean repaired) {
        List<Row> found;
        TrainedPipeline loaded;
        try {
            loaded = TrainedPipeline.load(spark, mutant.toString(), StageClasses.standard());
        } catch (DamagedModelException refused) {
            return refusal("refused", refused);
        }
        try {
            found = predictions(loaded);
        } catch (Exception failed) {
            return refusal("refused when predicting", failed);
        }
        if (found.equals(expected)) {
            return "the same predictions";
        }
        for (Row row : found) {
            if (row.toString().contains("NaN") || row.toString().contains("Infinity")) {
                return "FAILED: it predicts " + row;
            }
        }
        return repaired ? "another valid model" : "FAILED: other predictions: " + found.get(0);
    }

    private static String refusal(String outcome, Exception refused) {
        for (Throwable cause = refused; cause != null; cause = cause.getCause()) {
            if (cause instanceof VirtualMachineError
                    || String.valueOf(cause.getMessage()).contains("OutOfMemoryError")) {
                return "FAILED: " + cause;
            }
        }
        Failure failure = Failure.of(refused);
        boolean isSentence = failure.exitCode() == 2
                && failure.message().length() < 300
                && failure.message().lines().count() == 1
                && failure.message().matches("(\\S+ ){4,}.*");
        return isSentence ? outcome : "FAILED: the message is: " + failure.message();
    }

    private List<Row> predictions(Path directory) {
        return predictions(TrainedPipeline.load(spark, directory.toString(), StageClasses.standard()));
    }

    private List<Row> predictions(TrainedPipeline loaded) {
        StructType schema = new StructType().add("x", DataTypes.DoubleType).add("y", DataTypes.DoubleType);
        List<Row> rows = List.of(
                RowFactory.create(0.1, 0.2),
                RowFactory.create(4.2, 0.1),
                RowFactory.create(-0.3, 3.9),
                RowFactory.create(2.0, 2.0));
        Dataset<Row> predicted = Predictions.of(loaded, Table.of(spark.createDataFrame(rows, schema)), Passing.AS_READ);
        return predicted.collectAsList();
    }

    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : files.toList()) {
                Files.copy(file, to.resolve(from.relativize(file).toString()));
            }
        }
    }

    private static void delete(Path directory) throws IOException {
        try (Stream<Path> files = Files.walk(directory)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
