package io.kindling.cluster.report;

import io.kindling.spark.training.RoundProgress;

/** How progress looks. */
interface ProgressView extends AutoCloseable {

    /** Shows where training is. */
    void show(RoundProgress progress, String measurements);

    @Override
    void close();
}
