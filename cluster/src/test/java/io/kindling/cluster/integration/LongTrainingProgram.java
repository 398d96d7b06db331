package io.kindling.cluster.integration;

import io.kindling.spark.NeuralNetworkClassifier;
import io.kindling.spark.training.RoundProgress;
import io.kindling.spark.training.TrainingListener;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
import org.apache.spark.SparkEnv;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.ml.feature.VectorAssembler;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import scala.Tuple2;

/** A user's program: trains for many short rounds, and says twice what each process holds. */
public final class LongTrainingProgram {
    static final int EARLY = 50;
    static final int LATE = 1000;

    private static final int EPOCHS = 10;
    private static final int WORKERS = 2;
    private static final int BATCH_SIZE = 16;
    private static final int LOOKS = 10;
    static final int ROWS = LATE / EPOCHS * WORKERS * BATCH_SIZE;

    private LongTrainingProgram() {}

    /** Argument: the data, of {@link #ROWS} rows. */
    public static void main(String[] arguments) {
        SparkSession spark = SparkSession.builder().appName("long training").getOrCreate();
        try (JavaSparkContext context = JavaSparkContext.fromSparkContext(spark.sparkContext())) {
            Dataset<Row> rows = spark.read()
                    .option("header", true)
                    .option("inferSchema", true)
                    .csv(arguments[0]);
            new NeuralNetworkClassifier()
                    .setHiddenLayers(new int[] {8})
                    .setLabelCol(TrainingProgram.LABEL)
                    .setEpochs(EPOCHS)
                    .setBatchSize(BATCH_SIZE)
                    .setAveragingFrequency(1)
                    .setNumWorkers(WORKERS)
                    .setListener(new Measurements(context))
                    .fit(new VectorAssembler()
                            .setInputCols(TrainingProgram.features(rows))
                            .setOutputCol("features")
                            .transform(rows));
        }
    }

    /** What a process is called after a number of rounds. */
    static String process(int rounds, String executor) {
        return "after " + rounds + " rounds, " + executor + ": ";
    }

    /** Measures between rounds. */
    private record Measurements(JavaSparkContext context) implements TrainingListener {

        @Override
        public void roundFinished(RoundProgress progress) {
            int rounds = (progress.epoch() - 1) * progress.rounds() + progress.round();
            if (rounds == EARLY || rounds == LATE) {
                settled().forEach((executor, holds) -> System.out.println(process(rounds, executor) + holds));
            }
        }

        /** Spark cleans up after itself in the background, once objects are garbage: until many looks find no less. */
        private Map<String, Footprint> settled() {
            Map<String, Footprint> least = all();
            for (int looks = 0; looks < LOOKS; looks++) {
                Map<String, Footprint> now = all();
                if (count(now) < count(least)) {
                    least = now;
                    looks = 0;
                }
            }
            return least;
        }

        private static long count(Map<String, Footprint> all) {
            return all.values().stream()
                    .mapToLong(holds -> holds.files() + holds.threads() + holds.blocks())
                    .sum();
        }

        private Map<String, Footprint> all() {
            Map<String, Footprint> all = new TreeMap<>();
            while (all.size() < WORKERS) {
                context.parallelize(Collections.nCopies(WORKERS, 0), WORKERS)
                        .map(any -> new Tuple2<>("executor " + SparkEnv.get().executorId(), Footprint.here(0)))
                        .collect()
                        .forEach(holds -> all.put(holds._1(), holds._2()));
            }
            all.put("driver", Footprint.here(context.getPersistentRDDs().size()));
            return all;
        }
    }
}
