package io.kindling.cluster.integration;

import io.kindling.spark.NeuralNetworkClassifier;
import io.kindling.spark.training.RoundProgress;
import io.kindling.spark.training.TrainingListener;
import java.util.List;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.api.java.function.MapFunction;
import org.apache.spark.ml.linalg.SQLDataTypes;
import org.apache.spark.ml.linalg.Vectors;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;

/** A user's program: trains one epoch on rows that the executors make up themselves. */
public final class LargeDataProgram {
    static final int FEATURES = 1000;
    static final int WORKERS = 2;
    static final String HEAP = "heap of an executor: ";
    static final String ROWS = "rows trained on: ";
    static final String LOSS = "loss: ";

    private static final StructType SCHEMA =
            new StructType().add("features", SQLDataTypes.VectorType()).add("label", DataTypes.DoubleType);

    private LargeDataProgram() {}

    /** Arguments: how many rows, in how many partitions. */
    public static void main(String[] arguments) {
        SparkSession spark = SparkSession.builder().appName("large data").getOrCreate();
        spark.sparkContext().addSparkListener(new TaskNews());
        try (JavaSparkContext context = JavaSparkContext.fromSparkContext(spark.sparkContext())) {
            long heap = context.parallelize(List.of(0), 1)
                    .map(any -> Runtime.getRuntime().maxMemory())
                    .first();
            System.out.println(HEAP + heap);
            train(rows(spark, Long.parseLong(arguments[0]), Integer.parseInt(arguments[1])));
        }
    }

    private static void train(Dataset<Row> rows) {
        new NeuralNetworkClassifier()
                .setHiddenLayers(new int[] {4})
                .setEpochs(1)
                .setBatchSize(256)
                .setAveragingFrequency(100)
                .setNumWorkers(WORKERS)
                .setListener(new TrainingListener() {
                    @Override
                    public void roundFinished(RoundProgress progress) {
                        if (progress.round() == progress.rounds()) {
                            System.out.println(ROWS + progress.rows());
                            System.out.println(LOSS + progress.loss());
                        }
                    }
                })
                .fit(rows);
    }

    /** Two classes, told apart by the sign of the first feature. */
    private static Dataset<Row> rows(SparkSession spark, long count, int partitions) {
        return spark.range(0, count, 1, partitions)
                .map((MapFunction<Long, Row>) LargeDataProgram::row, Encoders.row(SCHEMA));
    }

    private static Row row(long index) {
        double[] features = new double[FEATURES];
        long bits = index;
        for (int i = 0; i < FEATURES; i++) {
            // A linear congruential generator: no pattern that compression could make use of.
            bits = bits * 6364136223846793005L + 1442695040888963407L;
            features[i] = (bits >> 40) * 0x1p-24;
        }
        return RowFactory.create(Vectors.dense(features), features[0] > 0 ? 1.0 : 0.0);
    }
}
