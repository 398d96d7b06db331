package io.kindling.cluster.failure;

import java.util.Optional;
import java.util.regex.Pattern;

/** A disk is full. */
final class FullDisk implements Recogniser {
    private static final Pattern FULL =
            Pattern.compile("No space left on device|Disk quota exceeded|There is not enough space on the disk");

    private static final Pattern CHECKPOINT = Pattern.compile("at io\\.kindling\\.spark\\.checkpoint\\.");
    /** What Spark puts aside: shuffles, cached rows that do not fit in memory, broadcasts. */
    private static final Pattern SCRATCH =
            Pattern.compile("at org\\.apache\\.spark\\.(storage|shuffle|util\\.collection)\\.|blockmgr-");

    @Override
    public Optional<String> sentence(Evidence evidence) {
        if (!evidence.says(FULL)) {
            return Optional.empty();
        }
        String disk = "A disk of "
                + evidence.executor().map(executor -> "the " + executor).orElse("this machine") + " is full: ";
        if (evidence.says(CHECKPOINT)) {
            return Optional.of(disk + "make room for the checkpoints, or let --checkpoint-dir name another disk.");
        }
        if (evidence.says(SCRATCH)) {
            return Optional.of(disk + "make room for rows that do not fit in memory, or let spark.local.dir"
                    + " (SPARK_LOCAL_DIRS of a standalone worker) name another disk.");
        }
        return Optional.of(disk + "make room, or let --out name another disk.");
    }
}
