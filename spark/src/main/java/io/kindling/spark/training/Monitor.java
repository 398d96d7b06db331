package io.kindling.spark.training;

import io.kindling.engine.Evaluation;
import io.kindling.metrics.Metric;
import java.util.List;

/**
 * What tells whether an epoch was better than those before it.
 *
 * @param metric null for the loss
 */
public record Monitor(Metric metric) {
    private static final String PREFIX = "val_";
    private static final String LOSS = "val_loss";

    /**
     * By Keras' name: {@code val_loss}, or {@code val_} before the name of a metric.
     *
     * @throws IllegalArgumentException if there is none of that name
     */
    public static Monitor of(String name) {
        if (name.equals(LOSS)) {
            return new Monitor(null);
        }
        if (!name.startsWith(PREFIX)) {
            throw new IllegalArgumentException(
                    "monitor must be val_loss, or val_ and the name of a metric. Received: " + name + ".");
        }
        return new Monitor(Metric.of(name.substring(PREFIX.length())));
    }

    String name() {
        return metric == null ? LOSS : PREFIX + Metric.registry().format(metric);
    }

    List<Metric> metrics() {
        return metric == null ? List.of() : List.of(metric);
    }

    double valueOf(Evaluation evaluation) {
        return metric == null
                ? evaluation.loss()
                : evaluation.metrics().get(Metric.registry().format(metric));
    }

    boolean improves(double value, double best, double minDelta) {
        return metric != null && metric.isBetterWhenHigher() ? value > best + minDelta : value < best - minDelta;
    }
}
