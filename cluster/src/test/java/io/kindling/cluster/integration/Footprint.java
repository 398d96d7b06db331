package io.kindling.cluster.integration;

import java.io.File;
import java.io.IOException;
import java.io.Serializable;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Objects;
import org.apache.spark.SparkEnv;
import org.apache.spark.storage.BlockId;
import org.apache.spark.storage.BlockManager;

/**
 * What a process of Spark holds, garbage aside.
 *
 * @param heap bytes of objects
 * @param resident bytes of memory in all, but for the heap, which must have been touched as a whole at the start
 * @param files open files and sockets
 * @param threads that run
 * @param rdds how many are cached
 * @param blocks of broadcasts and rows in its block manager
 */
record Footprint(long heap, long resident, long files, long threads, long rdds, long blocks) implements Serializable {

    /** Of this process. */
    static Footprint here(int rdds) {
        System.gc();
        Runtime runtime = Runtime.getRuntime();
        BlockManager manager = SparkEnv.get().blockManager();
        try {
            return new Footprint(
                    runtime.totalMemory() - runtime.freeMemory(),
                    status("VmRSS") * 1024 - runtime.totalMemory(),
                    Objects.requireNonNull(new File("/proc/self/fd").list()).length,
                    status("Threads"),
                    rdds,
                    manager.getMatchingBlockIds(BlockId::isBroadcast).size()
                            + manager.getMatchingBlockIds(BlockId::isRDD).size());
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static long status(String name) throws IOException {
        return Files.readAllLines(Path.of("/proc/self/status")).stream()
                .filter(line -> line.startsWith(name + ":"))
                .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
                .findFirst()
                .orElseThrow();
    }

    /** Reads what {@link #toString} wrote. */
    static Footprint parse(String text) {
        long[] numbers = Arrays.stream(text.split("\\D+"))
                .filter(part -> !part.isEmpty())
                .mapToLong(Long::parseLong)
                .toArray();
        return new Footprint(numbers[0], numbers[1], numbers[2], numbers[3], numbers[4], numbers[5]);
    }
}
