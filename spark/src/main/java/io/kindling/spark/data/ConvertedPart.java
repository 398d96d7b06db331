package io.kindling.spark.data;

import io.kindling.data.ExampleBlock;
import java.io.Serializable;
import java.util.Optional;

/** What one partition of rows becomes: blocks, and at the end a report. */
abstract class ConvertedPart implements Serializable {
    private static final long serialVersionUID = 1;

    private ConvertedPart() {}

    static ConvertedPart of(ExampleBlock block) {
        return new Block(block);
    }

    static ConvertedPart of(PartitionReport report) {
        return new Report(report);
    }

    /** The block, unless this is the report. */
    Optional<ExampleBlock> block() {
        return Optional.empty();
    }

    /** The report, unless this is a block. */
    Optional<PartitionReport> report() {
        return Optional.empty();
    }

    private static final class Block extends ConvertedPart {
        private static final long serialVersionUID = 1;

        private final ExampleBlock block;

        Block(ExampleBlock block) {
            this.block = block;
        }

        @Override
        Optional<ExampleBlock> block() {
            return Optional.of(block);
        }
    }

    private static final class Report extends ConvertedPart {
        private static final long serialVersionUID = 1;

        private final PartitionReport report;

        Report(PartitionReport report) {
            this.report = report;
        }

        @Override
        Optional<PartitionReport> report() {
            return Optional.of(report);
        }
    }
}
