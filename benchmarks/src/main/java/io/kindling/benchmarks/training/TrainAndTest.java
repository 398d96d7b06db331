package io.kindling.benchmarks.training;

import org.apache.spark.ml.Transformer;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;

/**
 * Images with the digits they show, cached: columns {@code features} and {@code label}.
 *
 * @param training to train on
 * @param test to measure with
 * @param trainingRows how many are trained on
 * @param testRows how many are measured with
 */
record TrainAndTest(Dataset<Row> training, Dataset<Row> test, long trainingRows, long testRows)
        implements AutoCloseable {
    /** True for the rows to measure with, where both are one table. */
    static final String IS_TEST = "isTest";

    /** Who train at the same time where it is not one alone. */
    static final int WORKERS = 2;

    static TrainAndTest cached(Dataset<Row> training, Dataset<Row> test) {
        Dataset<Row> kept = training.cache();
        Dataset<Row> keptTest = test.cache();
        return new TrainAndTest(kept, keptTest, kept.count(), keptTest.count());
    }

    /** All rows in one table, with a column that tells them apart. */
    Dataset<Row> together() {
        return training.withColumn(IS_TEST, functions.lit(false))
                .unionByName(test.withColumn(IS_TEST, functions.lit(true)));
    }

    /** The first rows to train on, cached, with a partition for each worker. */
    Dataset<Row> firstRows(int count) {
        Dataset<Row> first = training.limit(count).repartition(WORKERS).cache();
        first.count();
        return first;
    }

    /** The share of the test rows that a model tells right. */
    double accuracy(Transformer model) {
        return model.transform(test).filter("prediction = label").count() / (double) testRows;
    }

    @Override
    public void close() {
        training.unpersist();
        test.unpersist();
    }
}
