package io.kindling.layers.normalization;

import io.kindling.initializers.Ones;
import io.kindling.layers.BoundUnaryLayer;
import io.kindling.layers.LayerBinding;
import io.kindling.layers.UnaryLayer;
import io.kindling.layers.WeightOptions;
import io.kindling.layers.WeightSpec;
import io.kindling.tensor.Shape;
import java.util.List;

/**
 * Divides the features of each example by the root of their mean square, then scales them:
 * {@code scale · x / √(mean(x²) + epsilon)}, over the last axis.
 *
 * <p>Zhang and Sennrich, "Root mean square layer normalization", arXiv:1910.07467.
 *
 * @param epsilon keeps the divisor from zero; positive
 */
public record RMSNormalization(double epsilon) implements UnaryLayer {

    public RMSNormalization {
        NormalizingLayer.requireEpsilon("RMSNormalization", epsilon);
    }

    /** Keras' default, epsilon 1e-6. */
    public static RMSNormalization of() {
        return new RMSNormalization(1e-6);
    }

    @Override
    public Shape outputShape(Shape input) {
        return input.requireFeatures();
    }

    @Override
    public List<WeightSpec> weights(Shape input) {
        return List.of(WeightOptions.of(new Ones()).weight("scale", Shape.of(input.last())));
    }

    @Override
    public BoundUnaryLayer bind(LayerBinding binding) {
        return new BoundNormDivision(
                binding.find("scale"), 1f / binding.inputShape().last(), (float) epsilon, 0f, binding);
    }
}
