package io.kindling.spark.training;

import io.kindling.data.ExampleBlock;
import io.kindling.data.Examples;
import io.kindling.engine.Evaluation;
import io.kindling.engine.EvaluationSums;
import io.kindling.engine.Evaluator;
import io.kindling.engine.TrainedNetwork;
import io.kindling.linalg.NativeRuntime;
import io.kindling.losses.Loss;
import io.kindling.metrics.Metric;
import io.kindling.spark.data.TrainingData;
import io.kindling.spark.transport.SentNetwork;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.apache.spark.TaskContext;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.broadcast.Broadcast;

/**
 * Measures the network on rows it is not trained on, after every epoch, and says when to stop.
 *
 * @param data the rows
 * @param monitor what is looked at
 * @param minDelta how much better an epoch must be to count as an improvement
 * @param patience epochs without improvement after which training stops; 0 for never
 * @param restoreBestWeights whether the best epoch's weights are the result, not the last's
 */
public record Validation(
        TrainingData data, Monitor monitor, double minDelta, int patience, boolean restoreBestWeights) {

    /** Measures on the executors; sums are added in the order of the partitions. */
    Evaluation evaluate(JavaSparkContext context, TrainedNetwork trained, Loss loss) {
        Broadcast<SentNetwork> sent = context.broadcast(new SentNetwork(trained));
        String lossName = Loss.registry().format(loss);
        List<String> metricNames =
                monitor.metrics().stream().map(Metric.registry()::format).toList();
        try {
            return data
                    .blocks()
                    .mapPartitions(blocks -> {
                        NativeRuntime.useThreads(TaskContext.get().cpus());
                        Evaluator evaluator = new Evaluator(
                                sent.value().trained(),
                                Loss.of(lossName),
                                metricNames.stream().map(Metric::of).toList());
                        Iterable<Examples> each =
                                () -> StreamSupport.stream(((Iterable<ExampleBlock>) () -> blocks).spliterator(), false)
                                        .map(block -> new Examples(List.of(block)))
                                        .iterator();
                        return List.of(evaluator.sums(each)).iterator();
                    })
                    .collect()
                    .stream()
                    .reduce(EvaluationSums.none(metricNames.size()), EvaluationSums::plus)
                    .means(monitor.metrics());
        } finally {
            sent.destroy(false);
        }
    }

    /** What of the result depends on this, by name. */
    Map<String, String> identity() {
        return Map.of(
                "monitor", monitor.name(),
                "minDelta", Double.toString(minDelta),
                "patience", Integer.toString(patience),
                "restoreBestWeights", Boolean.toString(restoreBestWeights),
                "validation data", data.fingerprint());
    }
}
