package io.kindling.spark.training;

import io.kindling.data.WindowSource;
import io.kindling.engine.TrainingState;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.apache.spark.HashPartitioner;
import org.apache.spark.Partition;
import org.apache.spark.TaskContext;
import org.apache.spark.rdd.RDD;
import org.apache.spark.rdd.ShuffledRDD;
import scala.Tuple2;
import scala.collection.Iterator;
import scala.collection.JavaConverters;
import scala.reflect.ClassTag;
import scala.reflect.ClassTag$;
import scala.runtime.AbstractFunction2;

/**
 * Runs a round on all workers and averages what they bring: on the driver if that is little, else slice by slice on
 * the executors, so that only the mean reaches the driver. Both give the same bits.
 */
final class Reduction {
    private final StateSlices layout;
    private final boolean onDriver;

    Reduction(StateSlices layout, int workers) {
        this(layout, layout.floats() * workers <= AveragingPlan.FLOATS_ON_DRIVER);
    }

    Reduction(StateSlices layout, boolean onDriver) {
        this.layout = layout;
        this.onDriver = onDriver;
    }

    /** The averaged state and what the workers did, in their order. */
    record Result(TrainingState state, List<Share> shares) {}

    Result run(WorkerWindows workers, RoundTask task) {
        return onDriver ? direct(workers, task) : sliced(workers, task);
    }

    private Result direct(WorkerWindows workers, RoundTask task) {
        List<Part> parts = PartitionJob.run(workers, new WholeState(task, layout), Part.class);
        byte[][] means = IntStream.range(0, layout.count())
                .parallel()
                .mapToObj(slice -> WeightedMean.of(parts, slice))
                .toArray(byte[][]::new);
        return result(means, parts.stream().map(Part::share).toList());
    }

    private Result sliced(WorkerWindows workers, RoundTask task) {
        int partitions = Math.min(layout.count(), workers.getNumPartitions());
        ClassTag<Part> part = ClassTag$.MODULE$.apply(Part.class);
        ShuffledRDD<Integer, Part, Part> slices = new ShuffledRDD<>(
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

    /** Some slices of one worker's state after a round: all of them, or one. */
    static final class Part implements Serializable {
        private static final long serialVersionUID = 1;

        private final Share share;
        private final byte[][] slices;

        Part(Share share, byte[][] slices) {
            this.share = share;
            this.slices = slices;
        }

        Share share() {
            return share;
        }

        byte[] slice(int index) {
            return slices[index];
        }
    }

    /** A worker's part of a round, and all that it brings to the average in one piece. */
    private static final class WholeState extends AbstractFunction2<TaskContext, Iterator<WindowSource>, Part>
            implements Serializable {
        private static final long serialVersionUID = 1;

        private final RoundTask task;
        private final StateSlices layout;

        WholeState(RoundTask task, StateSlices layout) {
            this.task = task;
            this.layout = layout;
        }

        @Override
        public Part apply(TaskContext context, Iterator<WindowSource> own) {
            WorkerResult result = task.run(context.partitionId(), own.next());
            return new Part(result.share(), layout.pack(result.state()));
        }
    }

    /** Each worker's part of a round, and what it brings to the average slice by slice, with the slices' numbers. */
    private static final class SlicedStates extends RDD<Tuple2<Integer, Part>> {
        private static final long serialVersionUID = 1;

        private final RoundTask task;
        private final StateSlices layout;

        SlicedStates(WorkerWindows workers, RoundTask task, StateSlices layout) {
            super(workers, ClassTag$.MODULE$.apply(Tuple2.class));
            this.task = task;
            this.layout = layout;
        }

        @Override
        public Partition[] getPartitions() {
            return parent().partitions();
        }

        @Override
        public Iterator<Tuple2<Integer, Part>> compute(Partition worker, TaskContext context) {
            WorkerResult result =
                    task.run(worker.index(), parent().iterator(worker, context).next());
            return JavaConverters.asScalaIterator(IntStream.range(0, layout.count())
                    .mapToObj(slice -> new Tuple2<>(slice, slice(result, slice)))
                    .iterator());
        }

        private Part slice(WorkerResult result, int slice) {
            return new Part(result.share(), new byte[][] {layout.pack(result.state(), slice)});
        }

        private RDD<WindowSource> parent() {
            return this.<WindowSource>firstParent(ClassTag$.MODULE$.apply(WindowSource.class));
        }
    }

    /** Averages the slices that come together in one partition. */
    private static final class MeanOfSlices
            extends AbstractFunction2<TaskContext, Iterator<Tuple2<Integer, Part>>, SliceMeans>
            implements Serializable {
        private static final long serialVersionUID = 1;

        @Override
        public SliceMeans apply(TaskContext context, Iterator<Tuple2<Integer, Part>> parts) {
            SortedMap<Integer, List<Part>> slices = new TreeMap<>();
            while (parts.hasNext()) {
                Tuple2<Integer, Part> part = parts.next();
                slices.computeIfAbsent(part._1(), slice -> new ArrayList<>()).add(part._2());
            }
            return SliceMeans.of(slices);
        }
    }

    /** The means of some slices, and who took part. */
    static final class SliceMeans implements Serializable {
        private static final long serialVersionUID = 1;

        private final int[] numbers;
        private final byte[][] means;
        private final Share[] shares;

        private SliceMeans(int[] numbers, byte[][] means, Share[] shares) {
            this.numbers = numbers;
            this.means = means;
            this.shares = shares;
        }

        /** From what each worker brings to each slice, in any order. */
        static SliceMeans of(SortedMap<Integer, List<Part>> slices) {
            return new SliceMeans(
                    slices.keySet().stream().mapToInt(Integer::intValue).toArray(),
                    slices.values().stream()
                            .map(parts -> WeightedMean.of(parts, 0))
                            .toArray(byte[][]::new),
                    slices.get(slices.firstKey()).stream()
                            .map(Part::share)
                            .sorted(Comparator.comparingInt(Share::worker))
                            .toArray(Share[]::new));
        }

        /** Puts the means where their numbers say. */
        void copyTo(byte[][] all) {
            for (int i = 0; i < numbers.length; i++) {
                all[numbers[i]] = means[i];
            }
        }

        /** What the workers did, in their order. */
        List<Share> shares() {
            return List.of(shares);
        }
    }
}
