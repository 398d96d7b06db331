package io.kindling.models;

import io.kindling.errors.KindlingException;
import io.kindling.layers.Layer;
import io.kindling.layers.Node;
import io.kindling.tensor.Shape;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A network whose layers are applied to what other layers give, with one or several inputs; Keras' functional model.
 *
 * <pre>{@code
 * Node x = Node.input("x", 12);
 * Node h = Dense.of(8).activation("relu").on(x);
 * Node sum = Add.of().on(h, Dense.of(8).on(h));
 * Functional network = Functional.of(Dense.of(4).activation("softmax").on(sum));
 * }</pre>
 *
 * @param layers its layers, each name once
 * @param inputs the names of its inputs, in the order in which their values lie in the features of an example
 * @param output the node that is its output
 */
public record Functional(List<GraphLayer> layers, List<String> inputs, GraphLayer.Source output) implements Network {

    public Functional {
        layers = List.copyOf(layers);
        inputs = List.copyOf(inputs);
        // Whatever is wrong with a graph is said here, where it is built.
        GraphPlan.of(layers, inputs, output);
    }

    /**
     * The network that leads to a node; its inputs are in the order in which the graph comes to them.
     *
     * @throws KindlingException if names are used twice, or a layer cannot take what it is applied to
     */
    public static Functional of(Node output) {
        return new GraphBuilder(List.of()).network(output);
    }

    /**
     * The network that leads from inputs to a node.
     *
     * @throws KindlingException if an input is not among those named, or is not needed, if names are used twice,
     *     or if a layer cannot take what it is applied to
     */
    public static Functional of(List<Node> inputs, Node output) {
        return new GraphBuilder(inputs).network(output);
    }

    @Override
    public Functional upTo(String layer) {
        GraphLayer.Source end = new GraphLayer.Source(layer, 0);
        NamePatterns.of(List.of(layer)).requireNames("layer", names());
        Set<GraphLayer.Source> needed = GraphPlan.needed(layers, end);
        List<GraphLayer> kept = layers.stream()
                .map(one -> one.onlyCalls(needed))
                .flatMap(Optional::stream)
                .toList();
        List<String> keptInputs = inputs.stream()
                .filter(input -> needed.contains(new GraphLayer.Source(input, 0)))
                .toList();
        return new Functional(kept, keptInputs, end);
    }

    @Override
    public Functional freeze(List<String> frozen) {
        NamePatterns patterns = NamePatterns.of(frozen);
        patterns.requireNames("layer", names());
        return new Functional(
                layers.stream()
                        .map(layer -> patterns.match(layer.name()) ? layer.frozen() : layer)
                        .toList(),
                inputs,
                output);
    }

    @Override
    public Functional then(Layer layer) {
        String name = LayerNames.unused(Layers.registry().nameOf(layer), names());
        List<GraphLayer> all = new ArrayList<>(layers);
        all.add(new GraphLayer(name, layer, true, List.of(List.of(output))));
        return new Functional(all, inputs, new GraphLayer.Source(name, 0));
    }

    private List<String> names() {
        return layers.stream().map(GraphLayer::name).toList();
    }

    @Override
    public NetworkPlan plan() {
        return GraphPlan.of(layers, inputs, output);
    }

    @Override
    public boolean statesInput() {
        return true;
    }

    /** This network: its inputs always state their shapes. */
    @Override
    public Functional withInput(Shape shape) {
        return this;
    }
}
