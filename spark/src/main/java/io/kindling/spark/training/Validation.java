package io.kindling.spark.training;

import io.kindling.engine.Evaluation;
import io.kindling.engine.EvaluationSums;
import io.kindling.engine.TrainedNetwork;
import io.kindling.losses.Loss;
import io.kindling.spark.data.TrainingData;
import io.kindling.spark.transport.SentNetwork;
import java.util.Map;
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
    public Evaluation evaluate(JavaSparkContext context, TrainedNetwork trained, Loss loss) {
        Broadcast<SentNetwork> sent = context.broadcast(new SentNetwork(trained));
        try {
            EvaluationTask task = new EvaluationTask(sent, loss, monitor.metrics());
            return PartitionJob.run(data.blocks().rdd(), task, EvaluationSums.class).stream()
                    .reduce(EvaluationSums.none(monitor.metrics().size()), EvaluationSums::plus)
                    .means(monitor.metrics());
        } finally {
            sent.destroy(false);
        }
    }

    /** Whether what was monitored has become better than the best so far. */
    boolean improves(double value, double best) {
        return monitor.improves(value, best, minDelta);
    }

    /** Whether training stops after so many epochs without improvement. */
    boolean stopsAfter(int epochs) {
        return patience > 0 && epochs >= patience;
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
