package io.kindling.spark.training;

import io.kindling.engine.Evaluation;
import io.kindling.errors.KindlingException;
import io.kindling.metrics.Metric;
import java.util.List;
import java.util.Optional;

/**
 * What tells whether an epoch was better than those before it.
 *
 * @param metric the loss if there is none
 */
public record Monitor(Optional<Metric> metric) {
    private static final String PREFIX = "val_";
    private static final String LOSS = "val_loss";

    /**
     * By Keras' name: {@code val_loss}, or {@code val_} before the name of a metric.
     *
     * @throws KindlingException if there is none of that name
     */
    public static Monitor of(String name) {
        if (name.equals(LOSS)) {
            return new Monitor(Optional.empty());
        }
        if (!name.startsWith(PREFIX)) {
            throw new KindlingException(
                    "monitor must be val_loss, or val_ and the name of a metric. Received: " + name + ".");
        }
        return new Monitor(Optional.of(Metric.of(name.substring(PREFIX.length()))));
    }

    String name() {
        return metric.map(some -> PREFIX + Metric.registry().format(some)).orElse(LOSS);
    }

    List<Metric> metrics() {
        return metric.stream().toList();
    }

    double valueOf(Evaluation evaluation) {
        return metric.isPresent()
                ? evaluation.metrics().get(Metric.registry().format(metric.get()))
                : evaluation.loss();
    }

    boolean improves(double value, double best, double minDelta) {
        return metric.map(Metric::isBetterWhenHigher).orElse(false) ? value > best + minDelta : value < best - minDelta;
    }
}
