package io.kindling.dl4j.graph;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.deeplearning4j.nn.conf.ComputationGraphConfiguration;
import org.deeplearning4j.nn.conf.ComputationGraphConfiguration.GraphBuilder;
import org.deeplearning4j.nn.conf.graph.GraphVertex;
import org.deeplearning4j.nn.conf.layers.Layer;

/** The vertices of a DL4J graph made so far, and where their weights are. */
public final class Vertices {
    private final GraphBuilder builder;
    private final List<ParameterCopy> copies = new ArrayList<>();
    private final Set<String> names = new HashSet<>();

    public Vertices(GraphBuilder builder) {
        this.builder = builder;
    }

    /** Adds an input of the network, a row of so many numbers for each example. */
    public Value addInput(String name, int size) {
        String input = unused(name);
        builder.addInputs(input);
        return Value.input(input, size);
    }

    /**
     * Adds a layer that takes a value as it is.
     *
     * @param name of what it stands for in the network
     * @return the vertex
     */
    public String add(String name, Layer layer, Value input) {
        String vertex = unused(name);
        builder.addLayer(vertex, layer, input.vertex());
        return vertex;
    }

    /** Adds a layer that takes a copy of a value, arranged in whatever way. */
    public String add(String name, Layer layer, Rearrangement copy, Value input) {
        String vertex = unused(name);
        builder.addLayer(vertex, layer, copy, input.vertex());
        return vertex;
    }

    /** Adds a vertex without weights that is fed by others. */
    public String add(String name, GraphVertex vertex, List<String> inputs) {
        String unused = unused(name);
        builder.addVertex(unused, vertex, inputs.toArray(String[]::new));
        return unused;
    }

    /** Says where the values of a parameter are among the weights of the network. */
    public void add(ParameterCopy copy) {
        copies.add(copy);
    }

    private String unused(String name) {
        String unused = name;
        for (int number = 1; !names.add(unused); number++) {
            unused = name + "/" + number;
        }
        return unused;
    }

    public List<ParameterCopy> copies() {
        return copies;
    }

    /** The graph whose output is what a vertex gives. */
    public ComputationGraphConfiguration build(String output) {
        return builder.setOutputs(output).build();
    }
}
