package io.kindling.spark.training;

import io.kindling.data.ExampleBlock;
import io.kindling.engine.EvaluationSums;
import io.kindling.engine.Evaluator;
import io.kindling.linalg.NativeRuntime;
import io.kindling.losses.Loss;
import io.kindling.metrics.Metric;
import io.kindling.spark.transport.SentNetwork;
import java.io.Serializable;
import java.util.List;
import org.apache.spark.TaskContext;
import org.apache.spark.broadcast.Broadcast;
import scala.collection.Iterator;
import scala.collection.JavaConverters;
import scala.runtime.AbstractFunction2;

/** How a network does on the rows of one partition. */
final class EvaluationTask extends AbstractFunction2<TaskContext, Iterator<ExampleBlock>, EvaluationSums>
        implements Serializable {
    private static final long serialVersionUID = 1;

    private final Broadcast<SentNetwork> sent;
    private final String loss;
    private final List<String> metrics;

    EvaluationTask(Broadcast<SentNetwork> sent, Loss loss, List<Metric> metrics) {
        this.sent = sent;
        this.loss = Loss.registry().format(loss);
        this.metrics = metrics.stream().map(Metric.registry()::format).toList();
    }

    @Override
    public EvaluationSums apply(TaskContext context, Iterator<ExampleBlock> blocks) {
        NativeRuntime.useThreads(context.cpus());
        Evaluator evaluator = new Evaluator(
                sent.value().trained(),
                Loss.of(loss),
                metrics.stream().map(Metric::of).toList());
        return evaluator.sums(JavaConverters.asJavaIterator(blocks));
    }
}
