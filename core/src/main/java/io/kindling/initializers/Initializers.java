package io.kindling.initializers;

import io.kindling.registry.Registry;

/** The table of names behind {@link Initializer#registry()}. */
final class Initializers {
    static final Registry<Initializer> REGISTRY = Registry.of("initializer", Initializer.class)
            .add("zeros", new Zeros())
            .alias("zero", "zeros")
            .add("ones", new Ones())
            .alias("one", "ones")
            .add("constant", new Constant(0), "value")
            .add("glorot_uniform", new GlorotUniform())
            .add("glorot_normal", new GlorotNormal())
            .add("he_uniform", new HeUniform())
            .add("he_normal", new HeNormal())
            .add("lecun_uniform", new LecunUniform())
            .add("lecun_normal", new LecunNormal())
            .add("orthogonal", Orthogonal.of())
            .alias("orthogonal_initializer", "orthogonal")
            .add("identity", Identity.of())
            .alias("identity_initializer", "identity")
            .add("random_normal", RandomNormal.of())
            .alias("normal", "random_normal")
            .add("truncated_normal", TruncatedNormal.of())
            .add("random_uniform", RandomUniform.of())
            .alias("uniform", "random_uniform")
            .add("random_sign", new RandomSign())
            .add("variance_scaling", VarianceScaling.of())
            .build();

    private Initializers() {}
}
