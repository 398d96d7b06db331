package io.kindling.models;

import io.kindling.activations.Activation;
import io.kindling.activations.Elu;
import io.kindling.activations.Gelu;
import io.kindling.activations.LeakyRelu;
import io.kindling.activations.Relu;
import io.kindling.constraints.Constraint;
import io.kindling.initializers.Constant;
import io.kindling.initializers.Initializer;
import io.kindling.layers.Input;
import io.kindling.layers.Layer;
import io.kindling.layers.WeightOptions;
import io.kindling.layers.core.ActivationLayer;
import io.kindling.layers.core.Dense;
import io.kindling.layers.regularization.Dropout;
import io.kindling.layers.reshaping.Flatten;
import io.kindling.regularizers.L1;
import io.kindling.regularizers.L1L2;
import io.kindling.regularizers.L2;
import io.kindling.regularizers.Regularizer;
import io.kindling.tensor.Shape;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/** Networks of random layers with random options. */
final class Networks {
    private static final Arbitrary<Double> FACTORS = Arbitraries.doubles().between(0, 2);

    private Networks() {}

    static Arbitrary<Sequential> any() {
        Arbitrary<Shape> shapes = Arbitraries.integers()
                .between(1, 9)
                .list()
                .ofMinSize(1)
                .ofMaxSize(3)
                .map(Shape::new);
        return Combinators.combine(
                        shapes.injectNull(0.3), layer().list().ofMinSize(1).ofMaxSize(6))
                .as((shape, layers) -> {
                    List<Layer> all = new ArrayList<>(layers);
                    if (shape != null) {
                        all.add(0, Input.of(shape));
                    }
                    return new Sequential(all);
                });
    }

    private static Arbitrary<Layer> layer() {
        return Arbitraries.oneOf(
                dense(),
                activation().map(ActivationLayer::of),
                Arbitraries.doubles().between(0, true, 1, false).map(Dropout::of),
                Arbitraries.just(new Flatten()));
    }

    private static Arbitrary<Dense> dense() {
        return Combinators.combine(
                        Arbitraries.integers().between(1, 1000),
                        activation(),
                        Arbitraries.of(true, false),
                        weight(),
                        weight(),
                        regularizer())
                .as(Dense::new);
    }

    private static Arbitrary<WeightOptions> weight() {
        return Combinators.combine(initializer(), regularizer(), constraint()).as(WeightOptions::new);
    }

    private static Arbitrary<Activation> activation() {
        return Arbitraries.oneOf(
                Arbitraries.of(Activation.registry().names())
                        .filter(name -> !name.equals("custom") && !name.equals("registered"))
                        .map(name -> Activation.of(name.equals("threshold") ? "threshold(0.5, -1)" : name)),
                Arbitraries.doubles().between(0, 1).map(LeakyRelu::of),
                Arbitraries.doubles().between(0.01, 5).map(Elu::of),
                Arbitraries.of(true, false).map(Gelu::new),
                Combinators.combine(FACTORS, FACTORS.injectNull(0.5), FACTORS).as(Relu::new));
    }

    private static Arbitrary<Initializer> initializer() {
        return Arbitraries.oneOf(
                Arbitraries.of("zeros", "ones", "glorot_uniform", "he_normal", "lecun_uniform")
                        .map(Initializer::of),
                Arbitraries.doubles().between(-10, 10).map(Constant::new));
    }

    private static Arbitrary<Optional<Regularizer>> regularizer() {
        Arbitrary<Regularizer> some = Arbitraries.oneOf(
                FACTORS.map(L1::new),
                FACTORS.map(L2::new),
                Combinators.combine(FACTORS, FACTORS).as(L1L2::new));
        return some.optional();
    }

    private static Arbitrary<Optional<Constraint>> constraint() {
        return Arbitraries.of("max_norm(3)", "unit_norm", "non_neg", "min_max_norm(0.5, 2, 0.9)")
                .map(Constraint::of)
                .optional();
    }
}
