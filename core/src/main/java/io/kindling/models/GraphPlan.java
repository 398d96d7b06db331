package io.kindling.models;

import io.kindling.errors.KindlingException;
import io.kindling.layers.Layer;
import io.kindling.layers.NamedLayer;
import io.kindling.models.GraphLayer.Source;
import io.kindling.tensor.Shape;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** From the layers of a graph, which name each other, to the plan: in an order in which they can run, with shapes. */
final class GraphPlan {
    private final Map<String, GraphLayer> layers = new LinkedHashMap<>();
    private final List<LayerPlan> places = new ArrayList<>();
    /** Where in the plan each call has its place. */
    private final Map<Source, Integer> indices = new HashMap<>();

    /** The shapes each layer was first applied to. */
    private final Map<String, LayerPlan> first = new HashMap<>();

    private GraphPlan(List<GraphLayer> graph) {
        LayerNames.requireDistinct(graph.stream().map(GraphLayer::name).toList());
        graph.forEach(layer -> layers.put(layer.name(), layer));
    }

    /**
     * The plan of a graph.
     *
     * @throws KindlingException if it is not one that can run; the message names the layer
     */
    static NetworkPlan of(List<GraphLayer> graph, List<String> inputs, Source output) {
        GraphPlan plan = new GraphPlan(graph);
        plan.addInputs(inputs);
        plan.requireSources(output);
        plan.requireNeeded(output);
        plan.addCalls();
        return NetworkPlan.of(plan.places);
    }

    /** What each place of a plan is called where others refer to it. */
    static List<Source> sources(NetworkPlan plan) {
        Map<String, Integer> calls = new HashMap<>();
        return plan.layers().stream()
                .map(layer -> new Source(layer.name(), calls.merge(layer.name(), 1, Integer::sum) - 1))
                .toList();
    }

    private void addInputs(List<String> inputs) {
        for (String name : inputs) {
            GraphLayer input = layers.get(name);
            if (input == null || !input.isInput()) {
                throw new KindlingException("'" + name + "' is no input of the network.");
            }
            Shape shape = input.layer().outputShape(List.of());
            add(
                    new Source(name, 0),
                    new LayerPlan(name, "InputLayer", input.layer(), List.of(), List.of(shape), shape, List.of()));
        }
        for (GraphLayer layer : layers.values()) {
            if (layer.isInput() && !inputs.contains(layer.name())) {
                throw new KindlingException("The input '" + layer.name() + "' is not among the inputs " + inputs + ".");
            }
        }
    }

    private void add(Source source, LayerPlan place) {
        if (indices.put(source, places.size()) != null) {
            throw new KindlingException("'" + source + "' is there twice.");
        }
        places.add(place);
    }

    private void requireSources(Source output) {
        requireSource(output, "The output");
        for (GraphLayer layer : layers.values()) {
            layer.calls()
                    .forEach(call -> call.forEach(source -> requireSource(source, "The layer '" + layer.name() + "'")));
        }
    }

    private void requireSource(Source source, String user) {
        GraphLayer layer = layers.get(source.layer());
        int calls = layer == null ? 0 : Math.max(1, layer.calls().size());
        if (source.call() < 0 || source.call() >= calls) {
            throw new KindlingException(user + " is fed by '" + source + "', which is not there. There are: "
                    + layers.keySet().stream().collect(Collectors.joining(", ")) + ".");
        }
    }

    /** Every call must lead to the output. */
    private void requireNeeded(Source output) {
        Set<Source> needed = needed(layers, output);
        for (GraphLayer layer : layers.values()) {
            for (int call = 0; call < Math.max(1, layer.calls().size()); call++) {
                if (!needed.contains(new Source(layer.name(), call))) {
                    throw new KindlingException("The output does not need the "
                            + (layer.isInput() ? "input '" : "layer '") + layer.name() + "'.");
                }
            }
        }
    }

    /** What a call needs, itself included, of layers that name no others than there are. */
    static Set<Source> needed(List<GraphLayer> graph, Source output) {
        Map<String, GraphLayer> byName = new LinkedHashMap<>();
        graph.forEach(layer -> byName.put(layer.name(), layer));
        return needed(byName, output);
    }

    private static Set<Source> needed(Map<String, GraphLayer> layers, Source output) {
        Set<Source> needed = new HashSet<>(List.of(output));
        List<Source> open = new ArrayList<>(needed);
        while (!open.isEmpty()) {
            Source source = open.remove(open.size() - 1);
            GraphLayer layer = layers.get(source.layer());
            if (!layer.isInput()) {
                layer.calls().get(source.call()).stream().filter(needed::add).forEach(open::add);
            }
        }
        return needed;
    }

    /** Adds each call as soon as all that it is fed by are there. */
    private void addCalls() {
        boolean added = true;
        while (added) {
            added = false;
            for (GraphLayer layer : layers.values()) {
                for (int call = 0; call < layer.calls().size(); call++) {
                    Source source = new Source(layer.name(), call);
                    if (!indices.containsKey(source)
                            && indices.keySet().containsAll(layer.calls().get(call))) {
                        add(source, place(layer, layer.calls().get(call)));
                        added = true;
                    }
                }
            }
        }
        List<String> waiting = layers.values().stream()
                .filter(layer -> !layer.isInput()
                        && !indices.containsKey(
                                new Source(layer.name(), layer.calls().size() - 1)))
                .map(GraphLayer::name)
                .toList();
        if (!waiting.isEmpty()) {
            throw new KindlingException(
                    "These layers feed each other in a circle: " + String.join(", ", waiting) + ".");
        }
    }

    private LayerPlan place(GraphLayer graphLayer, List<Source> sources) {
        Layer layer = graphLayer.layer();
        List<Integer> from = sources.stream().map(indices::get).toList();
        List<Shape> shapes =
                from.stream().map(index -> places.get(index).output()).toList();
        String className = Layers.registry().nameOf(layer);
        try {
            LayerPlan shared = first.get(graphLayer.name());
            if (shared != null && !shared.inputs().equals(shapes)) {
                throw new KindlingException("It is applied to " + shared.inputs() + " and to " + shapes
                        + ", but a layer that is shared needs the same shapes.");
            }
            LayerPlan place = new LayerPlan(
                    graphLayer.name(),
                    className,
                    layer,
                    from,
                    shapes,
                    layer.outputShape(shapes),
                    NetworkPlan.weights(new NamedLayer(layer, graphLayer.name(), graphLayer.trainable()), shapes));
            first.putIfAbsent(graphLayer.name(), place);
            return place;
        } catch (KindlingException refused) {
            throw new KindlingException(
                    "Layer '" + graphLayer.name() + "' (" + className + "): " + refused.getMessage(), refused);
        }
    }
}
