package io.kindling.spark.training;

import java.util.Arrays;
import java.util.List;
import org.apache.spark.TaskContext;
import org.apache.spark.rdd.RDD;
import scala.Function2;
import scala.collection.Iterator;
import scala.reflect.ClassTag$;

/**
 * A job of which each partition gives one value.
 *
 * <p>What runs on executors are classes with names, not lambdas, whose byte code Spark would read again for every job:
 * half of what a round of a small network takes.
 */
final class PartitionJob {

    private PartitionJob() {}

    /** What each partition gives, in their order. */
    static <T, U> List<U> run(RDD<T> rdd, Function2<TaskContext, Iterator<T>, U> function, Class<U> type) {
        Object[] results = (Object[]) rdd.context().runJob(rdd, function, ClassTag$.MODULE$.apply(type));
        return Arrays.stream(results).map(type::cast).toList();
    }
}
