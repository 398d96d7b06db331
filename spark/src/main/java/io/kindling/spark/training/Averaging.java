package io.kindling.spark.training;

import io.kindling.data.WindowSource;
import io.kindling.engine.TrainingState;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.spark.api.java.JavaPairRDD;
import org.apache.spark.api.java.JavaRDD;
import scala.Tuple2;

/**
 * Runs a round on all workers and averages what they bring: on the driver if that is little, else slice by slice on
 * the executors, so that only the mean reaches the driver. Both give the same bits.
 */
final class Averaging {
    /** Up to so many floats of all workers together (16 MB) the driver averages itself, which saves a shuffle. */
    private static final long FLOATS_ON_DRIVER = 1 << 22;

    private final StateSlices layout;
    private final boolean onDriver;

    Averaging(StateSlices layout, int workers) {
        this(layout, layout.floats() * workers <= FLOATS_ON_DRIVER);
    }

    Averaging(StateSlices layout, boolean onDriver) {
        this.layout = layout;
        this.onDriver = onDriver;
    }

    /** The averaged state and what the workers did, in their order. */
    record Result(TrainingState state, List<Share> shares) {}

    Result run(JavaRDD<WindowSource> workers, RoundTask task) {
        return onDriver ? direct(workers, task) : sliced(workers, task);
    }

    private Result direct(JavaRDD<WindowSource> workers, RoundTask task) {
        StateSlices slices = layout;
        List<SharedSlices> parts = workers.mapPartitionsWithIndex(
                        (worker, own) -> {
                            WorkerResult result = task.run(worker, own.next());
                            return List.of(new SharedSlices(result.share(), slices.pack(result.state())))
                                    .iterator();
                        },
                        true)
                .collect();
        byte[][] means = IntStream.range(0, layout.count())
                .mapToObj(slice -> WeightedMean.of(parts, slice))
                .toArray(byte[][]::new);
        return result(means, parts.stream().map(SharedSlices::share).toList());
    }

    private Result sliced(JavaRDD<WindowSource> workers, RoundTask task) {
        StateSlices slices = layout;
        JavaPairRDD<Integer, SharedSlices> parts = JavaPairRDD.fromJavaRDD(workers.mapPartitionsWithIndex(
                (worker, own) -> cut(task.run(worker, own.next()), slices), true));
        int partitions = Math.min(layout.count(), workers.getNumPartitions());
        List<Tuple2<Integer, Tuple2<byte[], List<Share>>>> averaged = parts.groupByKey(partitions)
                .mapValues(group -> {
                    List<Share> shares = new ArrayList<>();
                    group.forEach(part -> shares.add(part.share()));
                    return new Tuple2<byte[], List<Share>>(WeightedMean.of(group, 0), shares);
                })
                .collect();
        byte[][] means = new byte[layout.count()][];
        averaged.forEach(slice -> means[slice._1()] = slice._2()._1());
        return result(means, averaged.get(0)._2()._2());
    }

    private static Iterator<Tuple2<Integer, SharedSlices>> cut(WorkerResult result, StateSlices slices) {
        return IntStream.range(0, slices.count())
                .mapToObj(slice -> new Tuple2<>(slice, new SharedSlices(result.share(), new byte[][] {
                    slices.pack(result.state(), slice)
                })))
                .iterator();
    }

    private Result result(byte[][] means, List<Share> shares) {
        long step = shares.stream().mapToLong(Share::step).max().orElseThrow();
        List<Share> inOrder =
                shares.stream().sorted(Comparator.comparingInt(Share::worker)).toList();
        return new Result(layout.unpack(means, step), inOrder);
    }
}
