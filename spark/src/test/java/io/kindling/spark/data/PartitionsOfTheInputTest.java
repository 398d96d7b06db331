package io.kindling.spark.data;

import static org.assertj.core.api.Assertions.assertThat;

import io.kindling.spark.NeuralNetworkClassifier;
import io.kindling.spark.testing.LocalSpark;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.apache.spark.ml.feature.VectorAssembler;
import org.apache.spark.ml.linalg.Vector;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The same rows in the same order give the same bits, wherever the order is cut; another order gives another model. */
class PartitionsOfTheInputTest {
    private static final String PARTITION_BYTES = "spark.sql.files.maxPartitionBytes";
    private static final int ROWS = 90;

    @ParameterizedTest
    @ValueSource(ints = {1, 3, 7, 90, 100})
    void whereTheOrderIsCutDoesNotMatter(int partitions) {
        List<Row> rows = LocalSpark.moons(ROWS);
        assertThat(weights(LocalSpark.of(rows, LocalSpark.SCHEMA, partitions)))
                .isEqualTo(weights(LocalSpark.of(rows, LocalSpark.SCHEMA, 2)));
    }

    @Test
    void howAFileIsCutDoesNotMatter(@TempDir Path directory) throws IOException {
        StringBuilder text = new StringBuilder("x,y,label\n");
        for (Row row : LocalSpark.moons(ROWS)) {
            text.append(String.format(
                    Locale.ROOT,
                    "%.4f,%.4f,%.0f%n",
                    row.<Vector>getAs(0).apply(0),
                    row.<Vector>getAs(0).apply(1),
                    row.getDouble(1)));
        }
        Path file = Files.writeString(directory.resolve("moons.csv"), text);
        SparkSession spark = LocalSpark.session();
        String before = spark.conf().get(PARTITION_BYTES);
        try {
            float[] whole = weights(csv(file, 1));
            spark.conf().set(PARTITION_BYTES, "300b");
            assertThat(weights(csv(file, 5))).isEqualTo(whole);
            spark.conf().set(PARTITION_BYTES, "100b");
            assertThat(weights(csv(file, 15))).isEqualTo(whole);
        } finally {
            spark.conf().set(PARTITION_BYTES, before);
        }
    }

    @Test
    void afterAShuffleItsPartitionsMatter() {
        Dataset<Row> rows = LocalSpark.moons(ROWS, 2);
        assertThat(weights(rows.repartition(3))).isEqualTo(weights(rows.repartition(3)));
        assertThat(weights(rows.repartition(7))).isNotEqualTo(weights(rows.repartition(3)));
    }

    @Test
    void anotherOrderIsAnotherModel() {
        Dataset<Row> rows = LocalSpark.moons(ROWS, 2);
        assertThat(weights(rows.orderBy("label"))).isNotEqualTo(weights(rows));
    }

    /** The rows of a file in as many partitions as it is cut into, at least. */
    private static Dataset<Row> csv(Path file, int partitions) {
        Dataset<Row> table = LocalSpark.session()
                .read()
                .option("header", true)
                .schema("x double, y double, label double")
                .csv(file.toString());
        assertThat(table.javaRDD().getNumPartitions()).isGreaterThanOrEqualTo(partitions);
        return new VectorAssembler()
                .setInputCols(new String[] {"x", "y"})
                .setOutputCol("features")
                .transform(table);
    }

    private static float[] weights(Dataset<Row> rows) {
        return new NeuralNetworkClassifier()
                .setHiddenLayers(new int[] {4})
                .setNumWorkers(3)
                .setBatchSize(8)
                .setEpochs(2)
                .fit(rows)
                .trainedNetwork()
                .weights()
                .trainable();
    }
}
