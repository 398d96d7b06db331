package io.kindling.spark.training;

import io.kindling.data.ExampleBlock;
import io.kindling.data.WindowSource;
import io.kindling.engine.LocalSteps;
import io.kindling.engine.Training;
import io.kindling.spark.data.Deal;
import io.kindling.spark.data.DealtRows;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.spark.Dependency;
import org.apache.spark.NarrowDependency;
import org.apache.spark.Partition;
import org.apache.spark.TaskContext;
import org.apache.spark.rdd.RDD;
import scala.collection.Iterator;
import scala.collection.JavaConverters;
import scala.collection.Seq;
import scala.reflect.ClassTag;
import scala.reflect.ClassTag$;

/**
 * The windows that each worker needs in one round: partition w is worker w, and its only element loads them, one at a
 * time. So a round reads no more of a worker's share than it trains on, and holds one window of it.
 */
public final class WorkerWindows extends RDD<WindowSource> {
    private static final long serialVersionUID = 1;

    private static final ClassTag<WindowSource> TAG = ClassTag$.MODULE$.apply(WindowSource.class);

    /** The partition of the parent that holds the first window of each worker. */
    private final int[] firstPartitions;

    /** The windows that the mini-batches of a round come from. */
    public static WorkerWindows of(DealtRows rows, Training training, int epoch, int firstBatch, int batches) {
        Deal deal = rows.deal();
        long from = (long) firstBatch * training.batchSize();
        long count = (long) batches * training.batchSize();
        int[][] needed = new int[deal.workers()][];
        for (int worker = 0; worker < needed.length; worker++) {
            int own = deal.rowsOf(worker);
            needed[worker] = LocalSteps.order(training, epoch, worker, own, deal.windowRows())
                    .windows((int) Math.min(from, own), (int) Math.min(count, own));
        }
        return new WorkerWindows(rows, needed);
    }

    private WorkerWindows(DealtRows rows, int[][] needed) {
        super(rows.windows().context(), dependencies(rows, needed), TAG);
        this.firstPartitions = new int[needed.length];
        for (int worker = 0; worker < needed.length; worker++) {
            firstPartitions[worker] = rows.deal().partition(worker, 0);
        }
    }

    private static Seq<Dependency<?>> dependencies(DealtRows rows, int[][] needed) {
        int[][] parents = new int[needed.length][];
        for (int worker = 0; worker < needed.length; worker++) {
            int own = worker;
            parents[worker] = Arrays.stream(needed[worker])
                    .map(window -> rows.deal().partition(own, window))
                    .toArray();
        }
        return JavaConverters.asScalaBuffer(
                List.<Dependency<?>>of(new OnWindows(rows.windows().rdd(), parents)));
    }

    /** Which partitions of the parent each worker reads. */
    private static final class OnWindows extends NarrowDependency<ExampleBlock> {
        private static final long serialVersionUID = 1;

        private final int[][] parents;

        OnWindows(RDD<ExampleBlock> windows, int[][] parents) {
            super(windows);
            this.parents = parents;
        }

        @Override
        public Seq<Object> getParents(int worker) {
            List<Object> numbers = new ArrayList<>();
            for (int parent : parents[worker]) {
                numbers.add(parent);
            }
            return JavaConverters.asScalaBuffer(numbers);
        }
    }

    @Override
    public Partition[] getPartitions() {
        return IntStream.range(0, firstPartitions.length)
                .mapToObj(WorkerPartition::new)
                .toArray(Partition[]::new);
    }

    @Override
    public Iterator<WindowSource> compute(Partition worker, TaskContext context) {
        RDD<ExampleBlock> windows = this.<ExampleBlock>firstParent(ClassTag$.MODULE$.apply(ExampleBlock.class));
        Partition[] partitions = windows.partitions();
        WindowSource source = window -> {
            List<ExampleBlock> blocks = new ArrayList<>();
            Iterator<ExampleBlock> all =
                    windows.iterator(partitions[firstPartitions[worker.index()] + window], context);
            while (all.hasNext()) {
                blocks.add(all.next());
            }
            return blocks;
        };
        return JavaConverters.asScalaIterator(List.of(source).iterator());
    }
}
