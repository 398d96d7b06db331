package io.kindling.contract;

import io.kindling.activations.Activation;
import io.kindling.layers.Input;
import io.kindling.layers.Layer;
import io.kindling.layers.core.ActivationLayer;
import io.kindling.layers.core.Dense;
import io.kindling.layers.reshaping.Flatten;
import io.kindling.models.Sequential;
import io.kindling.tensor.Shape;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * A layer with an input it takes.
 *
 * @param input the shape of one example; its last axis is even, as glu halves it
 * @param layers the layer with an activation, its own or one after it
 * @param wholeNumbers whether it takes only whole numbers from 0 to 4
 */
record LayerSample(Shape input, Function<Activation, List<Layer>> layers, boolean wholeNumbers) {
    private static final int OUTPUTS = 3;

    /** A layer with an activation of its own. */
    static LayerSample with(Shape input, Function<Activation, Layer> layer) {
        return new LayerSample(input, activation -> List.of(layer.apply(activation)), false);
    }

    /** A layer without. */
    static LayerSample of(Shape input, Layer layer) {
        return new LayerSample(input, activation -> List.of(layer, ActivationLayer.of(activation)), false);
    }

    LayerSample ofWholeNumbers() {
        return new LayerSample(input, layers, true);
    }

    /** The layer between others with weights, so that gradients go through it. */
    Sequential network(Activation activation, String lastActivation) {
        return network(!wholeNumbers, activation, lastActivation);
    }

    /** The layer given the input itself. */
    Sequential bareNetwork(Activation activation, String lastActivation) {
        return network(false, activation, lastActivation);
    }

    private Sequential network(boolean inside, Activation activation, String lastActivation) {
        List<Layer> all = new ArrayList<>(List.of(Input.of(input)));
        if (inside) {
            all.add(Dense.of(input.last()).activation("tanh"));
        }
        all.addAll(layers.apply(activation));
        all.add(new Flatten());
        all.add(Dense.of(OUTPUTS).activation(lastActivation));
        return new Sequential(all);
    }
}
