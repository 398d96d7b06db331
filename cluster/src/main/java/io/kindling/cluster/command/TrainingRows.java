package io.kindling.cluster.command;

import io.kindling.spark.data.BadDataException;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Rows to train with, and rows to measure with, the same if there are no others.
 *
 * @param training rows
 * @param measured rows
 */
record TrainingRows(Dataset<Row> training, Dataset<Row> measured) {

    /**
     * Keeps a share of rows from training.
     *
     * @param fraction that share; null for none
     * @throws BadDataException if it leaves no rows to train or measure with
     */
    static TrainingRows of(Dataset<Row> rows, Double fraction, long seed) {
        if (fraction == null) {
            return new TrainingRows(rows, rows);
        }
        Dataset<Row>[] parts = rows.randomSplit(new double[] {1 - fraction, fraction}, seed);
        if (parts[0].isEmpty() || parts[1].isEmpty()) {
            throw new BadDataException("--test-fraction " + fraction + " leaves no row to "
                    + (parts[0].isEmpty() ? "train" : "measure") + " with. There are " + rows.count()
                    + " rows in all.");
        }
        return new TrainingRows(parts[0], parts[1]);
    }
}
