package io.kindling.spark.training;

import io.kindling.engine.TrainingState;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.spark.HashPartitioner;
import org.apache.spark.rdd.ShuffledRDD;
import scala.reflect.ClassTag;
import scala.reflect.ClassTag$;

/**
 * Runs a round on all workers and averages what they bring: on the driver if that is little, else slice by slice on
 * the executors, so that only the mean reaches the driver. Both give the same bits.
 */
final class Averaging {
    private final StateSlices layout;
    private final boolean onDriver;

    Averaging(StateSlices layout, int workers) {
        this(layout, layout.floats() * workers <= AveragingPlan.FLOATS_ON_DRIVER);
    }

    Averaging(StateSlices layout, boolean onDriver) {
        this.layout = layout;
        this.onDriver = onDriver;
    }

    /** The averaged state and what the workers did, in their order. */
    record Result(TrainingState state, List<Share> shares) {}

    Result run(WorkerWindows workers, RoundTask task) {
        return onDriver ? direct(workers, task) : sliced(workers, task);
    }

    private Result direct(WorkerWindows workers, RoundTask task) {
        List<SharedSlices> parts = PartitionJob.run(workers, new WholeState(task, layout), SharedSlices.class);
        byte[][] means = IntStream.range(0, layout.count())
                .parallel()
                .mapToObj(slice -> WeightedMean.of(parts, slice))
                .toArray(byte[][]::new);
        return result(means, parts.stream().map(SharedSlices::share).toList());
    }

    private Result sliced(WorkerWindows workers, RoundTask task) {
        int partitions = Math.min(layout.count(), workers.getNumPartitions());
        ClassTag<SharedSlices> part = ClassTag$.MODULE$.apply(SharedSlices.class);
        ShuffledRDD<Integer, SharedSlices, SharedSlices> slices = new ShuffledRDD<>(
                new SlicedStates(workers, task, layout),
                new HashPartitioner(partitions),
                ClassTag$.MODULE$.apply(Integer.class),
                part,
                part);
        List<SliceMeans> averaged = PartitionJob.run(slices, new MeanOfSlices(), SliceMeans.class);
        byte[][] means = new byte[layout.count()][];
        averaged.forEach(some -> some.copyTo(means));
        return result(means, averaged.get(0).shares());
    }

    private Result result(byte[][] means, List<Share> shares) {
        long step = shares.stream().mapToLong(Share::step).max().orElseThrow();
        return new Result(layout.unpack(means, step), shares);
    }
}
