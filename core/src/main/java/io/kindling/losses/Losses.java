package io.kindling.losses;

import io.kindling.registry.Registry;

/** The table of names behind {@link Loss#registry()}. */
final class Losses {
    static final Registry<Loss> REGISTRY = new Registry<>("loss", Loss.class)
            .add("categorical_crossentropy", CategoricalCrossentropy.of())
            .add("sparse_categorical_crossentropy", SparseCategoricalCrossentropy.of())
            .add("binary_crossentropy", BinaryCrossentropy.of())
            .add("mean_squared_error", new MeanSquaredError())
            .alias("mse", "mean_squared_error")
            .add("mean_absolute_error", new MeanAbsoluteError())
            .alias("mae", "mean_absolute_error")
            .add("huber", Huber.of());

    private Losses() {}
}
