package io.kindling.layers.normalization;

import io.kindling.constraints.Constraint;
import io.kindling.errors.KindlingException;
import io.kindling.initializers.Initializer;
import io.kindling.layers.Options;
import io.kindling.layers.UnaryLayer;
import io.kindling.layers.WeightOptions;
import io.kindling.layers.WeightSpec;
import io.kindling.regularizers.Regularizer;
import io.kindling.tensor.Shape;
import java.util.ArrayList;
import java.util.List;

/** What normalizations share: after it, each column is multiplied by its gamma, and its beta added. */
interface NormalizingLayer<L extends NormalizingLayer<L>> extends UnaryLayer {

    /** What keeps the divisor from zero. */
    double epsilon();

    default L epsilon(double epsilon) {
        return Options.with(this, "epsilon", epsilon);
    }

    /** Whether there is a beta. */
    boolean center();

    default L center(boolean center) {
        return Options.with(this, "center", center);
    }

    /** Whether there is a gamma. */
    boolean scale();

    default L scale(boolean scale) {
        return Options.with(this, "scale", scale);
    }

    /** How beta starts, and what holds it. */
    WeightOptions beta();

    default L beta(WeightOptions beta) {
        return Options.with(this, "beta", beta);
    }

    default L betaInitializer(Initializer betaInitializer) {
        return beta(beta().initializer(betaInitializer));
    }

    default L betaRegularizer(Regularizer betaRegularizer) {
        return beta(beta().regularizer(betaRegularizer));
    }

    default L betaConstraint(Constraint betaConstraint) {
        return beta(beta().constraint(betaConstraint));
    }

    /** How gamma starts, and what holds it. */
    WeightOptions gamma();

    default L gamma(WeightOptions gamma) {
        return Options.with(this, "gamma", gamma);
    }

    default L gammaInitializer(Initializer gammaInitializer) {
        return gamma(gamma().initializer(gammaInitializer));
    }

    default L gammaRegularizer(Regularizer gammaRegularizer) {
        return gamma(gamma().regularizer(gammaRegularizer));
    }

    default L gammaConstraint(Constraint gammaConstraint) {
        return gamma(gamma().constraint(gammaConstraint));
    }

    @Override
    default Shape outputShape(Shape input) {
        return input.requireFeatures();
    }

    @Override
    default List<WeightSpec> weights(Shape input) {
        Shape shape = Shape.of(input.last());
        List<WeightSpec> weights = new ArrayList<>();
        if (scale()) {
            weights.add(gamma().weight("gamma", shape));
        }
        if (center()) {
            weights.add(beta().weight("beta", shape));
        }
        return weights;
    }

    @Override
    default boolean supportsMasking() {
        return true;
    }

    /** Refuses what cannot keep a divisor from zero. */
    static void requireEpsilon(String layer, double epsilon) {
        if (!(epsilon > 0 && Double.isFinite(epsilon))) {
            throw new KindlingException(layer + " needs a positive epsilon. Received: " + epsilon + ".");
        }
    }
}
