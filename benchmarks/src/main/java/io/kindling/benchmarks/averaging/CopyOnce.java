package io.kindling.benchmarks.averaging;

import java.util.Random;
import java.util.stream.IntStream;
import org.apache.spark.api.java.JavaPairRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.broadcast.Broadcast;
import scala.Tuple2;

/** The least that averaging can cost: a vector goes to every worker by broadcast and back through a shuffle, once. */
final class CopyOnce {
    /** As training cuts its state. */
    private static final int SLICE_BYTES = (1 << 19) - 64;

    private CopyOnce() {}

    /** Returns how many nanoseconds it took. */
    static long nanos(JavaSparkContext context, long bytes, int workers) {
        byte[][] slices = new byte[Math.toIntExact((bytes + SLICE_BYTES - 1) / SLICE_BYTES)][SLICE_BYTES];
        Random random = new Random(0);
        for (byte[] slice : slices) {
            random.nextBytes(slice);
        }
        long started = System.nanoTime();
        Broadcast<byte[][]> broadcast = context.broadcast(slices);
        JavaPairRDD<Integer, byte[]> sent = context.parallelize(
                        IntStream.range(0, workers).boxed().toList(), workers)
                .flatMapToPair(worker -> {
                    byte[][] received = broadcast.value();
                    return IntStream.range(0, received.length)
                            .mapToObj(slice -> new Tuple2<>(slice, received[slice]))
                            .iterator();
                });
        int partitions = Math.min(workers, slices.length);
        long arrived = sent.groupByKey(partitions)
                .mapValues(CopyOnce::lengthOfAll)
                .values()
                .fold(0L, Long::sum);
        long nanos = System.nanoTime() - started;
        broadcast.destroy();
        if (arrived != (long) slices.length * SLICE_BYTES * workers) {
            throw new IllegalStateException("Of the vector only " + arrived + " bytes arrived.");
        }
        return nanos;
    }

    private static long lengthOfAll(Iterable<byte[]> slices) {
        long length = 0;
        for (byte[] slice : slices) {
            length += slice.length;
        }
        return length;
    }
}
