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

    /** Whether the layer will be asked for the gradient of its input. */
    public boolean asksInputGradient() {
        return training && inputGradient;
    }
}
