package io.kindling.optimizers;

import io.kindling.registry.Registry;

/** The table of names behind {@link GradientTransformation#registry()}. */
final class GradientTransformations {
    static final Registry<GradientTransformation> REGISTRY = Registry.of(
                    "gradient transformation", GradientTransformation.class)
            .add("clip_by_norm", new ClipByNorm(1), "norm")
            .add("clip_by_global_norm", new ClipByGlobalNorm(1), "norm")
            .add("clip_by_value", new ClipByValue(1), "value")
            .add("decayed_weights", new DecayedWeights(0), "weight_decay")
            .build();

    private GradientTransformations() {}
}
