package io.kindling.spark.training;

import io.kindling.data.WindowSource;
import java.util.stream.IntStream;
import org.apache.spark.Partition;
import org.apache.spark.TaskContext;
import org.apache.spark.rdd.RDD;
import scala.Tuple2;
import scala.collection.Iterator;
import scala.collection.JavaConverters;
import scala.reflect.ClassTag$;

/** Each worker's part of a round, and what it brings to the average slice by slice, with the slices' numbers. */
final class SlicedStates extends RDD<Tuple2<Integer, SharedSlices>> {
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
    public Iterator<Tuple2<Integer, SharedSlices>> compute(Partition worker, TaskContext context) {
        WorkerResult result =
                task.run(worker.index(), parent().iterator(worker, context).next());
        return JavaConverters.asScalaIterator(IntStream.range(0, layout.count())
                .mapToObj(slice -> new Tuple2<>(slice, slice(result, slice)))
                .iterator());
    }

    private SharedSlices slice(WorkerResult result, int slice) {
        return new SharedSlices(result.share(), new byte[][] {layout.pack(result.state(), slice)});
    }

    private RDD<WindowSource> parent() {
        return this.<WindowSource>firstParent(ClassTag$.MODULE$.apply(WindowSource.class));
    }
}
