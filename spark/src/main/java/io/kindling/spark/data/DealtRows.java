package io.kindling.spark.data;

import io.kindling.data.ExampleBlock;
import org.apache.spark.api.java.JavaRDD;

/**
 * The rows of a data set as they are dealt out: each worker's share is cut into windows, each of which is a partition,
 * so that a share may be larger than memory.
 */
public final class DealtRows {
    private final JavaRDD<ExampleBlock> windows;
    private final Deal deal;
    private final int labels;

    DealtRows(JavaRDD<ExampleBlock> windows, Deal deal, int labels) {
        this.windows = windows;
        this.deal = deal;
        this.labels = labels;
    }

    /** The blocks, in order: first all windows of the first worker. */
    public JavaRDD<ExampleBlock> windows() {
        return windows;
    }

    /** Who got which row. */
    public Deal deal() {
        return deal;
    }

    /** A text that tells these rows, in this order, from others; one job, at the speed of memory. */
    public String fingerprint() {
        return Fingerprint.text(deal.rows(), windows);
    }

    /** Label values per row. */
    public int labels() {
        return labels;
    }
}
