package io.kindling.spark.data;

import io.kindling.data.ExampleBlock;
import java.io.Serializable;

/** What one partition of rows becomes: blocks, and at the end a report; just one of the two is set. */
final class ConvertedPart implements Serializable {
    private static final long serialVersionUID = 1;

    private final ExampleBlock block;
    private final PartitionReport report;

    private ConvertedPart(ExampleBlock block, PartitionReport report) {
        this.block = block;
        this.report = report;
    }

    static ConvertedPart of(ExampleBlock block) {
        return new ConvertedPart(block, null);
    }

    static ConvertedPart of(PartitionReport report) {
        return new ConvertedPart(null, report);
    }

    /** The block, or null if this is the report. */
    ExampleBlock block() {
        return block;
    }

    /** The report, or null if this is a block. */
    PartitionReport report() {
        return report;
    }
}
