package io.kindling.spark.data;

import static org.assertj.core.api.Assertions.assertThat;

import io.kindling.spark.NeuralNetworkClassifier;
import io.kindling.spark.testing.LocalSpark;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.UnaryOperator;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The order in which rows happen to come out of a shuffle does not matter; any other order is kept. */
class RowOrderTest {
    private static final String LABEL = "label";

    static List<Named<UnaryOperator<Dataset<Row>>>> shuffles() {
        return List.of(
                Named.of("repartition by a column", rows -> rows.repartition(3, functions.col(LABEL))),
                Named.of(
                        "the same, then cached",
                        rows -> rows.repartition(3, functions.col(LABEL)).persist()),
                Named.of(
                        "the same, then filtered",
                        rows -> rows.repartition(3, functions.col(LABEL)).filter("label >= 0")),
                Named.of(
                        "a shuffle of an RDD",
                        rows -> LocalSpark.session().createDataFrame(byHash(rows.javaRDD()), rows.schema())));
    }

    private static JavaRDD<Row> byHash(JavaRDD<Row> rows) {
        return rows.keyBy(row -> row.getDouble(row.fieldIndex(LABEL)))
                .partitionBy(new org.apache.spark.HashPartitioner(3))
                .values();
    }

    /** Two data sets that differ in the order of rows within each partition, as arrival makes them differ. */
    @ParameterizedTest
    @MethodSource("shuffles")
    void theOrderOfArrivalDoesNotMatter(UnaryOperator<Dataset<Row>> shuffle) {
        Dataset<Row> rows = LocalSpark.moons(60, 2);
        Dataset<Row> arrivedOtherwise = reversedInPartitions(rows);
        assertThat(shuffle.apply(arrivedOtherwise).collectAsList())
                .isNotEqualTo(shuffle.apply(rows).collectAsList());
        assertThat(weights(shuffle.apply(arrivedOtherwise))).isEqualTo(weights(shuffle.apply(rows)));
    }

    @Test
    void rowsThatWereNotShuffledKeepTheirOrder() {
        Dataset<Row> rows = LocalSpark.moons(60, 2);
        assertThat(RowOrder.settled(rows)).isSameAs(rows);
        assertThat(weights(reversedInPartitions(rows))).isNotEqualTo(weights(rows));
    }

    @Test
    void sortedRowsKeepTheirOrder() {
        Dataset<Row> sorted = LocalSpark.moons(60, 2).orderBy(LABEL);
        assertThat(RowOrder.settled(sorted)).isSameAs(sorted);
    }

    private static Dataset<Row> reversedInPartitions(Dataset<Row> rows) {
        JavaRDD<Row> reversed = rows.javaRDD().mapPartitions(own -> {
            List<Row> all = new ArrayList<>();
            own.forEachRemaining(all::add);
            Collections.reverse(all);
            return all.iterator();
        });
        return LocalSpark.session().createDataFrame(reversed, rows.schema());
    }

    private static float[] weights(Dataset<Row> rows) {
        return new NeuralNetworkClassifier()
                .setHiddenLayers(new int[] {4})
                .setNumWorkers(2)
                .setBatchSize(8)
                .setEpochs(1)
                .fit(rows)
                .trainedNetwork()
                .weights()
                .trainable();
    }
}
