package io.kindling.dl4j.graph;

import io.kindling.models.ParameterLayout;
import java.util.ArrayList;
import java.util.List;
import org.deeplearning4j.nn.conf.graph.GraphVertex;
import org.deeplearning4j.nn.conf.graph.PreprocessorVertex;
import org.deeplearning4j.nn.conf.layers.Layer;

/** One layer of a network as vertices of a DL4J graph, each fed by the one before it. */
public final class Translation {
    private final Vertices vertices;
    private final String name;
    private final List<Value> inputs;
    private final List<ParameterLayout.Parameter> weights;
    private int batchSize;
    private Value value;

    /**
     * A translation without vertices so far.
     *
     * @param name of the layer
     * @param inputs what it is given, at least one
     * @param weights of the layer
     * @param batchSize how many examples it is given at once
     */
    public Translation(
            Vertices vertices,
            String name,
            List<Value> inputs,
            List<ParameterLayout.Parameter> weights,
            int batchSize) {
        this.vertices = vertices;
        this.name = name;
        this.inputs = inputs;
        this.weights = weights;
        this.batchSize = batchSize;
        this.value = inputs.get(0);
    }

    /** What the vertices so far give; the first input, if there are none. */
    public Value value() {
        return value;
    }

    /** Adds a layer that takes numbers arranged in one way and gives them in another. */
    public void add(Layer layer, Arrangement takes, Arrangement gives, List<Parameter> parameters) {
        add(layer, takes, gives, parameters, !takes.equals(value.arrangement()));
    }

    /** Adds a layer that has no gradient of what it is given, an input of the network. */
    public void addOnInput(Layer layer, Arrangement takes, Arrangement gives, List<Parameter> parameters) {
        add(layer, takes, gives, parameters, true);
    }

    /** Adds a layer without weights. */
    public void add(Layer layer, Arrangement takes, Arrangement gives) {
        add(layer, takes, gives, List.of());
    }

    /** Adds a layer without weights that keeps an arrangement and may write over what it is given. */
    public void addInPlace(Layer layer, Arrangement keeps) {
        add(layer, keeps, keeps, List.of(), value.isShared() || !keeps.equals(value.arrangement()));
    }

    /** Adds a layer without weights that keeps whatever arrangement there is and may write over what it is given. */
    public void addInPlace(Layer layer) {
        addInPlace(layer, value.arrangement());
    }

    private void add(Layer layer, Arrangement takes, Arrangement gives, List<Parameter> parameters, boolean copied) {
        String vertex = copied
                ? vertices.add(name, layer, new Rearrangement(value.arrangement(), takes), value)
                : vertices.add(name, layer, value);
        value = Value.of(vertex, gives);
        for (Parameter parameter : parameters) {
            ParameterLayout.Parameter weight = weights.get(parameter.weight());
            vertices.add(new ParameterCopy(
                    vertex,
                    parameter.name(),
                    weight.spec().trainable(),
                    weight.offset(),
                    weight.size(),
                    parameter.sources(),
                    parameter.encoding()));
        }
    }

    /**
     * Adds a vertex that makes one value of all inputs.
     *
     * @param takes how it takes each of them
     */
    public void merge(GraphVertex vertex, List<Arrangement> takes, Arrangement gives) {
        List<String> sources = new ArrayList<>();
        for (int i = 0; i < inputs.size(); i++) {
            sources.add(arranged(inputs.get(i), takes.get(i)));
        }
        value = Value.of(vertices.add(name, vertex, sources), gives);
    }

    private String arranged(Value input, Arrangement as) {
        return input.arrangement().equals(as)
                ? input.vertex()
                : vertices.add(
                        name,
                        new PreprocessorVertex(new Rearrangement(input.arrangement(), as)),
                        List.of(input.vertex()));
    }

    /** How many examples a layer is given at once. */
    public int batchSize() {
        return batchSize;
    }

    /** Makes a translation in which each example counts as so many. */
    public void withMoreExamples(int times, Runnable translation) {
        int before = batchSize;
        batchSize = Math.multiplyExact(before, times);
        translation.run();
        batchSize = before;
    }
}
