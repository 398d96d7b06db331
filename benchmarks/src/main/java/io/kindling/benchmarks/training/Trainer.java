package io.kindling.benchmarks.training;

import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** An engine that trains for as long as it is told. */
interface Trainer {

    String name();

    /** Trains on the rows, which are cached, from new weights, drawn from the seed. */
    Trained train(Dataset<Row> rows, int epochs, long seed);

    /**
     * A training from the first step to the last.
     *
     * @param preparation seconds before the first step
     * @param seconds since then, evaluation excluded
     * @param accuracy on the test rows
     */
    record Trained(double preparation, double seconds, double accuracy) {}
}
