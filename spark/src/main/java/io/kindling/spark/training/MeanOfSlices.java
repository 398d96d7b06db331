package io.kindling.spark.training;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.spark.TaskContext;
import scala.Tuple2;
import scala.collection.Iterator;
import scala.runtime.AbstractFunction2;

/** Averages the slices that come together in one partition. */
final class MeanOfSlices extends AbstractFunction2<TaskContext, Iterator<Tuple2<Integer, SharedSlices>>, SliceMeans>
        implements Serializable {
    private static final long serialVersionUID = 1;

    @Override
    public SliceMeans apply(TaskContext context, Iterator<Tuple2<Integer, SharedSlices>> parts) {
        SortedMap<Integer, List<SharedSlices>> slices = new TreeMap<>();
        while (parts.hasNext()) {
            Tuple2<Integer, SharedSlices> part = parts.next();
            slices.computeIfAbsent(part._1(), slice -> new ArrayList<>()).add(part._2());
        }
        return SliceMeans.of(slices);
    }
}
