package io.kindling.layers;

import io.kindling.errors.KindlingException;
import io.kindling.tensor.Shape;
import java.util.List;
import java.util.Optional;

/**
 * What a layer is bound to.
 *
 * @param inputShapes the shape of one example of each input
 * @param batchSize the most examples it will be given at once
 * @param weights the places of its weights
 * @param training whether gradients will be asked for
 * @param inputGradients whether the gradient of each input is needed; not below the first weight that is trained
 * @param inPlace whether it may write its output over its input, which nobody else reads
 */
public record LayerBinding(
        List<Shape> inputShapes,
        int batchSize,
        List<WeightSlice> weights,
        boolean training,
        List<Boolean> inputGradients,
        boolean inPlace) {

    /** The binding of a layer with one input, which stays as it is. */
    public static LayerBinding of(
            Shape inputShape, int batchSize, List<WeightSlice> weights, boolean training, boolean inputGradient) {
        return new LayerBinding(List.of(inputShape), batchSize, weights, training, List.of(inputGradient), false);
    }

    /** The shape of one example of the only input. */
    public Shape inputShape() {
        return inputShapes.get(0);
    }

    /**
     * The place of one of its weights.
     *
     * @param name as the layer calls it, {@code kernel}
     */
    public WeightSlice weight(String name) {
        return find(name).orElseThrow(() -> new KindlingException("The layer has no weight '" + name + "'."));
    }

    /** The place of one of its weights, if it has it. */
    public Optional<WeightSlice> find(String name) {
        return weights.stream()
                .filter(weight -> weight.spec().name().equals(name))
                .findFirst();
    }

    /** The binding of a layer inside this one, whose weights have a prefix here that it does not know. */
    public LayerBinding within(String prefix) {
        List<WeightSlice> inner = weights.stream()
                .filter(weight -> weight.spec().name().startsWith(prefix))
                .map(weight -> weight.named(weight.spec().name().substring(prefix.length())))
                .toList();
        return new LayerBinding(inputShapes, batchSize, inner, training, inputGradients, false);
    }

    /** The binding of a layer inside this one that is given other examples. */
    public LayerBinding withInput(Shape inputShape, int batchSize) {
        return new LayerBinding(List.of(inputShape), batchSize, weights, training, inputGradients, false);
    }

    /** Whether the layer will be asked for the gradient of its first input. */
    public boolean asksInputGradient() {
        return asksInputGradient(0);
    }

    /** Whether the layer will be asked for the gradient of an input. */
    public boolean asksInputGradient(int input) {
        return training && inputGradients.get(input);
    }
}
