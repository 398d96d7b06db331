package io.kindling.benchmarks.averaging;

import io.kindling.benchmarks.timing.Medians;
import io.kindling.layers.core.Dense;
import io.kindling.models.Sequential;
import io.kindling.spark.NeuralNetworkClassifier;
import io.kindling.spark.training.RoundProgress;
import io.kindling.spark.training.TrainingListener;
import io.kindling.spark.training.TrainingStart;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/**
 * What averaging costs besides training: the time of rounds of one small mini-batch, and what goes through the driver,
 * for several numbers of workers. Beside it, the time to copy the same vector through broadcast and shuffle once.
 */
final class AveragingBenchmark {
    private static final int FEATURES = 16;
    private static final int BATCH_SIZE = 8;
    /** The first rounds of a process, and of a cluster, take several times as long. */
    private static final int LEAST_WARM_UP_ROUNDS = 5;

    private static final double MEGABYTE = 1e6;
    /** In a millisecond. */
    private static final double NANOS = 1e6;

    private final SparkSession spark;
    private final PrintStream out;
    private final int parameters;
    private final int rounds;
    private final int warmUpRounds;
    private final String optimizerState;

    /**
     * A benchmark.
     *
     * @param parameters about how many the network has
     * @param rounds how many are measured, after as many that are not, at least five
     * @param optimizerState {@code average} or {@code reset}
     */
    AveragingBenchmark(SparkSession spark, PrintStream out, int parameters, int rounds, String optimizerState) {
        this.spark = spark;
        this.out = out;
        this.parameters = parameters;
        this.rounds = rounds;
        this.warmUpRounds = Math.max(LEAST_WARM_UP_ROUNDS, rounds);
        this.optimizerState = optimizerState;
    }

    /** Prints a row of a Markdown table for every number of workers. */
    void run(List<Integer> workers) {
        out.println("| workers | parameters | floats sent | ms per round | ms to copy them once | ratio"
                + " | MB through the driver per round | MB of heap in use on the driver |");
        out.println("| --- | --- | --- | --- | --- | --- | --- | --- |");
        try (DriverUse driver = new DriverUse()) {
            for (int each : workers) {
                out.println(measure(each, driver));
            }
        }
    }

    private String measure(int workers, DriverUse driver) {
        Rounds measured = new Rounds(driver, warmUpRounds);
        driver.restart();
        classifier(workers).setListener(measured).fit(data(workers));
        long heap = driver.mostHeap();
        long vectors = optimizerState.equals("reset") ? 1 : 3;
        long floats = vectors * measured.parameters;
        double round = measured.medianMilliseconds();
        double copy = copyOnce(floats * Float.BYTES, workers);
        return String.format(
                Locale.ROOT,
                "| %d | %d | %d | %.1f | %.1f | %.2f | %.1f | %.0f |",
                workers,
                measured.parameters,
                floats,
                round,
                copy,
                round / copy,
                measured.bytesPerRound() / MEGABYTE,
                heap / MEGABYTE);
    }

    private double copyOnce(long bytes, int workers) {
        JavaSparkContext context = JavaSparkContext.fromSparkContext(spark.sparkContext());
        double[] milliseconds = new double[rounds];
        for (int i = -warmUpRounds; i < rounds; i++) {
            long one = CopyOnce.nanos(context, bytes, workers);
            if (i >= 0) {
                milliseconds[i] = one / NANOS;
            }
        }
        return Medians.of(milliseconds);
    }

    private NeuralNetworkClassifier classifier(int workers) {
        int units = (int) Math.round(Math.sqrt(parameters + FEATURES * FEATURES / 4.0) - FEATURES / 2.0);
        return new NeuralNetworkClassifier()
                .setNetwork(Sequential.of(
                        Dense.of(units).activation("relu"),
                        Dense.of(units).activation("relu"),
                        Dense.of(2).activation("softmax")))
                .setNumWorkers(workers)
                .setBatchSize(BATCH_SIZE)
                .setEpochs(1)
                .setOptimizerState(optimizerState)
                .setAveragingFrequency(1);
    }

    /** As many rows as the rounds need. */
    private Dataset<Row> data(int workers) {
        return spark.range((long) workers * BATCH_SIZE * (rounds + warmUpRounds))
                .selectExpr(
                        "cast(id % 2 as double) as label",
                        "transform(sequence(1, " + FEATURES + "), i -> sin(id * i)) as features");
    }

    /** When the rounds that count began and ended, and what went through the driver meanwhile. */
    private static final class Rounds implements TrainingListener {
        private final DriverUse driver;
        private final int warmUpRounds;
        private final List<Long> nanos = new ArrayList<>();
        private long parameters;
        private long lastEnd;
        private long firstBytes;
        private long lastBytes;

        Rounds(DriverUse driver, int warmUpRounds) {
            this.driver = driver;
            this.warmUpRounds = warmUpRounds;
        }

        @Override
        public void started(TrainingStart start) {
            parameters = start.parameters();
        }

        @Override
        public void roundFinished(RoundProgress progress) {
            long now = System.nanoTime();
            if (progress.round() > warmUpRounds) {
                nanos.add(now - lastEnd);
            } else {
                firstBytes = driver.bytes();
            }
            lastBytes = driver.bytes();
            lastEnd = System.nanoTime();
        }

        double medianMilliseconds() {
            return Medians.of(nanos.stream().mapToDouble(each -> each / NANOS).toArray());
        }

        double bytesPerRound() {
            return (double) (lastBytes - firstBytes) / nanos.size();
        }
    }
}
