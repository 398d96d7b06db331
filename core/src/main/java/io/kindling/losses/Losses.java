package io.kindling.losses;

import io.kindling.registry.Registry;

/** The table of names behind {@link Loss#registry()}. */
final class Losses {
    static final Registry<Loss> REGISTRY = Registry.of("loss", Loss.class)
            .add("categorical_crossentropy", CategoricalCrossentropy.of())
            .add("sparse_categorical_crossentropy", SparseCategoricalCrossentropy.of())
            .add("categorical_focal_crossentropy", CategoricalFocalCrossentropy.of())
            .add("categorical_hinge", new CategoricalHinge())
            .add("binary_crossentropy", BinaryCrossentropy.of())
            .alias("bce", "binary_crossentropy")
            .add("binary_focal_crossentropy", BinaryFocalCrossentropy.of())
            .add("hinge", new Hinge())
            .add("squared_hinge", new SquaredHinge())
            .add("kl_divergence", new KLDivergence())
            .alias("kld", "kl_divergence")
            .alias("kullback_leibler_divergence", "kl_divergence")
            .add("mean_squared_error", new MeanSquaredError())
            .alias("mse", "mean_squared_error")
            .add("mean_absolute_error", new MeanAbsoluteError())
            .alias("mae", "mean_absolute_error")
            .add("mean_absolute_percentage_error", new MeanAbsolutePercentageError())
            .alias("mape", "mean_absolute_percentage_error")
            .add("mean_squared_logarithmic_error", new MeanSquaredLogarithmicError())
            .alias("msle", "mean_squared_logarithmic_error")
            .add("huber", Huber.of())
            .add("log_cosh", new LogCosh())
            .add("quantile", Quantile.of())
            .alias("pinball", "quantile")
            .add("poisson", new Poisson())
            .add("cosine_similarity", new CosineSimilarity())
            .build();

    private Losses() {}
}
