package io.kindling.metrics;

import io.kindling.errors.KindlingException;
import io.kindling.registry.Registry;

/**
 * A number that says how good predictions are, as a mean over examples; sums of parts add up, so that workers can
 * each take their share.
 */
public interface Metric {

    /**
     * The weighted sum of the metric over the rows.
     *
     * @param target {@code targetColumns} values per row: class indices if 1 and there are more outputs, else one
     *     value per output
     * @param weight one factor per row, 1 where there are no weights
     * @param output what the network gave, {@code columns} values per row
     */
    double sum(float[] target, int targetColumns, float[] weight, float[] output, int rows, int columns);

    /** Whether more is better, as for accuracies; less is, for errors. */
    default boolean isBetterWhenHigher() {
        return false;
    }

    /**
     * The metric a text names, such as {@code "accuracy"}.
     *
     * @throws KindlingException if the name is unknown; the message lists the known ones
     */
    static Metric of(String text) {
        return registry().parse(text);
    }

    /** All metrics by Keras' names. */
    static Registry<Metric> registry() {
        return Metrics.REGISTRY;
    }
}
