package io.kindling.dl4j;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.deeplearning4j.nn.conf.ComputationGraphConfiguration;
import org.deeplearning4j.nn.conf.ComputationGraphConfiguration.GraphBuilder;
import org.deeplearning4j.nn.conf.graph.GraphVertex;
import org.deeplearning4j.nn.conf.layers.Layer;

/** The vertices of a DL4J graph made so far, and where their weights are. */
final class Vertices {
    private final GraphBuilder builder;
    private final List<ParameterCopy> copies = new ArrayList<>();
    /** How many vertices have a name, but for a number at its end. */
    private final Map<String, Integer> names = new HashMap<>();

    Vertices(GraphBuilder builder) {
        this.builder = builder;
    }

    /** Adds an input of the network, a row of so many numbers for each example. */
    Value addInput(String name, int size) {
        builder.addInputs(unused(name));
        return Value.input(name, size);
    }

    /**
     * Adds a layer that takes a value as it is.
     *
     * @param name of what it stands for in the network
     * @return the vertex
     */
    String add(String name, Layer layer, Value input) {
        String vertex = unused(name);
        builder.addLayer(vertex, layer, input.vertex());
        return vertex;
    }

    /** Adds a layer that takes a copy of a value, arranged in whatever way. */
    String add(String name, Layer layer, Rearrangement copy, Value input) {
        String vertex = unused(name);
        builder.addLayer(vertex, layer, copy, input.vertex());
        return vertex;
    }

    /** Adds a vertex without weights that is fed by others. */
    String add(String name, GraphVertex vertex, List<String> inputs) {
        String unused = unused(name);
        builder.addVertex(unused, vertex, inputs.toArray(String[]::new));
        return unused;
    }

    /** Says where the values of a parameter are among the weights of the network. */
    void add(ParameterCopy copy) {
        copies.add(copy);
    }

    /** Names of layers have no slash. */
    private String unused(String name) {
        int before = names.merge(name, 1, Integer::sum) - 1;
        return before == 0 ? name : name + "/" + before;
    }

    List<ParameterCopy> copies() {
        return copies;
    }

    /** The graph whose output is what a vertex gives. */
    ComputationGraphConfiguration build(String output) {
        return builder.setOutputs(output).build();
    }
}
