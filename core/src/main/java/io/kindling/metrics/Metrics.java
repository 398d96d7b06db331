package io.kindling.metrics;

import io.kindling.registry.Registry;

/** The table of names behind {@link Metric#registry()}. */
final class Metrics {
    static final Registry<Metric> REGISTRY = Registry.of("metric", Metric.class)
            .add("accuracy", new Accuracy())
            .add("top_k_accuracy", TopKAccuracy.of())
            .add("mean_squared_error", new MeanSquaredError())
            .alias("mse", "mean_squared_error")
            .add("mean_absolute_error", new MeanAbsoluteError())
            .alias("mae", "mean_absolute_error")
            .build();

    private Metrics() {}
}
