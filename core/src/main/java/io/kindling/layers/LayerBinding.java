package io.kindling.layers;

import io.kindling.tensor.Shape;
import java.util.List;

/**
 * What a layer is bound to.
 *
 * @param inputShape the shape of one example
 * @param batchSize the most examples it will be given at once
 * @param weights the places of its weights, in the order it named them
 * @param training whether gradients will be asked for
 * @param inputGradient whether the gradient of its input is needed; not for the first layer
 */
public record LayerBinding(
        Shape inputShape, int batchSize, List<WeightSlice> weights, boolean training, boolean inputGradient) {

    /**
     * The place of one of its weights.
     *
     * @param name as the layer calls it, {@code kernel}
     */
    public WeightSlice weight(String name) {
        return weights.stream()
                .filter(weight -> weight.spec().name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("The layer has no weight '" + name + "'."));
    }

    /** The binding of a layer inside this one, whose weights have a prefix here that it does not know. */
    public LayerBinding within(String prefix) {
        List<WeightSlice> inner = weights.stream()
                .filter(weight -> weight.spec().name().startsWith(prefix))
                .map(weight -> weight.named(weight.spec().name().substring(prefix.length())))
                .toList();
        return new LayerBinding(inputShape, batchSize, inner, training, inputGradient);
    }

    /** Whether the layer will be asked for the gradient of its input. */
    public boolean asksInputGradient() {
        return training && inputGradient;
    }
}
