package io.kindling.cluster.standalone;

import io.kindling.errors.KindlingException;
import java.util.regex.Pattern;

/**
 * What a cluster offers.
 *
 * @param workers how many worker processes
 * @param cores how many tasks each runs at a time
 * @param memory the heap each has for its executors, such as 2g or 1500m
 */
public record ClusterSize(int workers, int cores, String memory) {
    private static final Pattern MEMORY = Pattern.compile("[1-9]\\d{0,8}[mMgG]");

    public ClusterSize {
        requireAtLeastOne("--workers", workers);
        requireAtLeastOne("--cores", cores);
        if (memory == null || !MEMORY.matcher(memory).matches()) {
            throw new KindlingException(
                    "--memory must be a number of megabytes or gigabytes, such as 1500m or 2g. Received: " + memory
                            + ".");
        }
    }

    private static void requireAtLeastOne(String option, int value) {
        if (value < 1) {
            throw new KindlingException(option + " must be at least 1. Received: " + value + ".");
        }
    }
}
