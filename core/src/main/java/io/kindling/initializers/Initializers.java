package io.kindling.initializers;

import io.kindling.registry.Registry;

/** The table of names behind {@link Initializer#registry()}. */
final class Initializers {
    static final Registry<Initializer> REGISTRY = new Registry<>("initializer", Initializer.class)
            .add("zeros", new Zeros())
            .add("ones", new Ones())
            .add("constant", new Constant(0), "value")
            .add("glorot_uniform", new GlorotUniform())
            .add("glorot_normal", new GlorotNormal())
            .add("he_uniform", new HeUniform())
            .add("he_normal", new HeNormal())
            .add("lecun_uniform", new LecunUniform())
            .add("lecun_normal", new LecunNormal())
            .add("orthogonal", Orthogonal.of());

    private Initializers() {}
}
