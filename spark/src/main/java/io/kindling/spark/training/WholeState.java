package io.kindling.spark.training;

import io.kindling.data.WindowSource;
import java.io.Serializable;
import org.apache.spark.TaskContext;
import scala.collection.Iterator;
import scala.runtime.AbstractFunction2;

/** A worker's part of a round, and all that it brings to the average in one piece. */
final class WholeState extends AbstractFunction2<TaskContext, Iterator<WindowSource>, SharedSlices>
        implements Serializable {
    private static final long serialVersionUID = 1;

    private final RoundTask task;
    private final StateSlices layout;

    WholeState(RoundTask task, StateSlices layout) {
        this.task = task;
        this.layout = layout;
    }

    @Override
    public SharedSlices apply(TaskContext context, Iterator<WindowSource> own) {
        WorkerResult result = task.run(context.partitionId(), own.next());
        return new SharedSlices(result.share(), layout.pack(result.state()));
    }
}
