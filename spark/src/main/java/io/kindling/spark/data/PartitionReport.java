package io.kindling.spark.data;

import java.io.Serializable;
import java.util.Optional;

/** What the driver needs to know of one partition of rows. */
final class PartitionReport implements Serializable {
    private static final long serialVersionUID = 1;

    private final int partition;
    private final long rows;
    private final int[][] features;
    private final int labels;
    private final double smallestLabel;
    private final double largestLabel;
    /** Empty for none, as an Optional cannot be sent. */
    private final String problem;

    PartitionReport(
            int partition,
            long rows,
            int[][] features,
            int labels,
            double smallestLabel,
            double largestLabel,
            Optional<String> problem) {
        this.partition = partition;
        this.rows = rows;
        this.features = features;
        this.labels = labels;
        this.smallestLabel = smallestLabel;
        this.largestLabel = largestLabel;
        this.problem = problem.orElse("");
    }

    int partition() {
        return partition;
    }

    long rows() {
        return rows;
    }

    /** The shape of a row in each column of features; none if there are no rows. */
    int[][] features() {
        return features;
    }

    /** Labels per row; 0 if there are no rows. */
    int labels() {
        return labels;
    }

    double smallestLabel() {
        return smallestLabel;
    }

    double largestLabel() {
        return largestLabel;
    }

    /** What is wrong with the first row that cannot be used, in a sentence; nothing, if all can be. */
    Optional<String> problem() {
        return problem.isEmpty() ? Optional.empty() : Optional.of(problem);
    }
}
