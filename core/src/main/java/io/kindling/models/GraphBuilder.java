package io.kindling.models;

import io.kindling.errors.KindlingException;
import io.kindling.layers.Input;
import io.kindling.layers.NamedLayer;
import io.kindling.layers.Node;
import io.kindling.layers.Node.InputNode;
import io.kindling.layers.Node.LayerNode;
import io.kindling.layers.SharedLayer;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** From nodes, which are linked, to the layers of a {@link Functional} network, which refer to each other by name. */
final class GraphBuilder {
    private final List<Node> stated;
    /** Every node that leads to the output, each after those it is applied to. */
    private final List<Node> nodes = new ArrayList<>();

    private final Map<Node, GraphLayer.Source> sources = new IdentityHashMap<>();
    private final Map<SharedLayer, String> names = new IdentityHashMap<>();

    /** With inputs in a given order; those of the graph if there are none. */
    GraphBuilder(List<Node> inputs) {
        this.stated = List.copyOf(inputs);
    }

    Functional network(Node output) {
        collect(output);
        List<InputNode> inputs = inputs();
        List<SharedLayer> layers = nodes.stream()
                .filter(LayerNode.class::isInstance)
                .map(node -> ((LayerNode) node).layer())
                .toList();
        nameAll(inputs, layers);
        List<GraphLayer> all = new ArrayList<>();
        Map<String, List<List<GraphLayer.Source>>> calls = new LinkedHashMap<>();
        for (InputNode input : inputs) {
            sources.put(input, new GraphLayer.Source(input.name(), 0));
            all.add(new GraphLayer(input.name(), Input.of(input.shape()), true, List.of()));
        }
        Map<String, NamedLayer> byName = new LinkedHashMap<>();
        for (Node node : nodes) {
            if (node instanceof LayerNode applied) {
                String name = names.get(applied.layer());
                List<List<GraphLayer.Source>> ofLayer = calls.computeIfAbsent(name, key -> new ArrayList<>());
                sources.put(node, new GraphLayer.Source(name, ofLayer.size()));
                ofLayer.add(applied.inputs().stream().map(sources::get).toList());
                byName.put(name, NamedLayer.of(applied.layer().layer()));
            }
        }
        byName.forEach(
                (name, layer) -> all.add(new GraphLayer(name, layer.layer(), layer.trainable(), calls.get(name))));
        return new Functional(all, inputs.stream().map(InputNode::name).toList(), sources.get(output));
    }

    /** Goes through the graph from the output back, without recursion, as graphs may be deep. */
    private void collect(Node output) {
        Map<Node, Boolean> done = new IdentityHashMap<>();
        Deque<Node> open = new ArrayDeque<>();
        open.push(output);
        while (!open.isEmpty()) {
            Node node = open.peek();
            List<Node> missing = node instanceof LayerNode applied
                    ? applied.inputs().stream()
                            .filter(input -> !done.containsKey(input))
                            .toList()
                    : List.of();
            if (missing.isEmpty()) {
                open.pop();
                if (done.put(node, true) == null) {
                    nodes.add(node);
                }
            } else {
                // The first is gone through first.
                for (int i = missing.size() - 1; i >= 0; i--) {
                    open.push(missing.get(i));
                }
            }
        }
    }

    private List<InputNode> inputs() {
        List<InputNode> found = nodes.stream()
                .filter(InputNode.class::isInstance)
                .map(InputNode.class::cast)
                .toList();
        if (stated.isEmpty()) {
            return found;
        }
        for (InputNode input : found) {
            if (stated.stream().noneMatch(node -> node == input)) {
                throw new KindlingException(
                        "The output needs the input '" + input.name() + "', which is not among the inputs given.");
            }
        }
        return stated.stream().map(node -> given(node, found)).toList();
    }

    private static InputNode given(Node node, List<InputNode> found) {
        if (!(node instanceof InputNode input)) {
            throw new KindlingException("The inputs of a network are made by Node.input.");
        }
        if (found.stream().noneMatch(needed -> needed == input)) {
            throw new KindlingException("The output does not need the input '" + input.name() + "'.");
        }
        return input;
    }

    private void nameAll(List<InputNode> inputs, List<SharedLayer> layers) {
        List<SharedLayer> distinct = new ArrayList<>();
        layers.forEach(layer -> {
            if (names.put(layer, "") == null) {
                distinct.add(layer);
            }
        });
        LayerNames next = new LayerNames(Stream.concat(
                        inputs.stream().map(InputNode::name),
                        distinct.stream()
                                .map(layer -> NamedLayer.of(layer.layer()).name())
                                .filter(name -> !name.isEmpty()))
                .toList());
        distinct.forEach(layer -> names.put(layer, next.next(NamedLayer.of(layer.layer()))));
    }
}
