package io.kindling.contract;

import io.kindling.activations.Activation;
import io.kindling.layers.Input;
import io.kindling.layers.Layer;
import io.kindling.layers.Node;
import io.kindling.layers.core.ActivationLayer;
import io.kindling.layers.core.Dense;
import io.kindling.layers.reshaping.Flatten;
import io.kindling.models.Functional;
import io.kindling.models.Network;
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
 * @param inputs how many inputs it takes, of the same shape
 */
record LayerSample(Shape input, Function<Activation, List<Layer>> layers, boolean wholeNumbers, int inputs) {
    private static final int OUTPUTS = 3;

    /** A layer with an activation of its own. */
    static LayerSample with(Shape input, Function<Activation, Layer> layer) {
        return new LayerSample(input, activation -> List.of(layer.apply(activation)), false, 1);
    }

    /** A layer without. */
    static LayerSample of(Shape input, Layer layer) {
        return new LayerSample(input, activation -> List.of(layer, ActivationLayer.of(activation)), false, 1);
    }

    /** A layer with several inputs. */
    static LayerSample merging(Shape input, int inputs, Layer layer) {
        return new LayerSample(input, activation -> List.of(layer, ActivationLayer.of(activation)), false, inputs);
    }

    LayerSample ofWholeNumbers() {
        return new LayerSample(input, layers, true, inputs);
    }

    /** The layer between others with weights, so that gradients go through it. */
    Network network(Activation activation, String lastActivation) {
        return network(!wholeNumbers, activation, lastActivation);
    }

    /** The layer given the input itself. */
    Network bareNetwork(Activation activation, String lastActivation) {
        return network(false, activation, lastActivation);
    }

    private Network network(boolean inside, Activation activation, String lastActivation) {
        if (inputs > 1) {
            return graph(inside, activation, lastActivation);
        }
        List<Layer> all = new ArrayList<>(List.of(Input.of(input)));
        if (inside) {
            all.add(Dense.of(input.last()).activation("tanh"));
        }
        all.addAll(layers.apply(activation));
        all.add(new Flatten());
        all.add(Dense.of(OUTPUTS).activation(lastActivation));
        return new Sequential(all);
    }

    /** The layer applied to one input as often as it must, each time after another layer with weights if it is inside. */
    private Network graph(boolean inside, Activation activation, String lastActivation) {
        Node x = Node.input("x", input);
        Node[] branches = new Node[inputs];
        for (int i = 0; i < inputs; i++) {
            branches[i] = inside ? Dense.of(input.last()).activation("tanh").on(x) : x;
        }
        Node y = layers.apply(activation).get(0).on(branches);
        for (Layer layer : layers.apply(activation).subList(1, 2)) {
            y = layer.on(y);
        }
        return Functional.of(
                Dense.of(OUTPUTS).activation(lastActivation).on(Flatten.of().on(y)));
    }
}
