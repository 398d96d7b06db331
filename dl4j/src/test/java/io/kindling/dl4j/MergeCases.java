package io.kindling.dl4j;

import static java.util.Map.entry;

import io.kindling.layers.Layer;
import io.kindling.layers.Node;
import io.kindling.layers.attention.MultiHeadAttention;
import io.kindling.layers.convolutional.Conv1D;
import io.kindling.layers.convolutional.Conv2D;
import io.kindling.layers.convolutional.Padding;
import io.kindling.layers.core.Dense;
import io.kindling.layers.merging.Add;
import io.kindling.layers.merging.Average;
import io.kindling.layers.merging.Concatenate;
import io.kindling.layers.merging.Dot;
import io.kindling.layers.merging.Maximum;
import io.kindling.layers.merging.Minimum;
import io.kindling.layers.merging.Multiply;
import io.kindling.layers.merging.Subtract;
import io.kindling.layers.reshaping.Flatten;
import io.kindling.models.Functional;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What stands for each layer with several inputs in the comparison with DL4J. */
final class MergeCases {

    /** Networks in which each layer that has a counterpart merges others. */
    static final Map<String, List<Functional>> COMPARED = Map.ofEntries(
            entry("Add", ofAny(Add.of())),
            entry("Subtract", ofTwo(Subtract.of())),
            entry("Multiply", ofAny(Multiply.of())),
            entry("Average", ofAny(Average.of())),
            entry("Maximum", ofAny(Maximum.of())),
            entry("Concatenate", concatenations()));

    /** Layers DL4J has none of. */
    static final Map<String, Functional> REFUSED = Map.of(
            "Minimum", merged(Minimum.of(), steps("a"), steps("b")),
            "Dot", merged(Dot.of(1), steps("a"), steps("b")),
            "MultiHeadAttention", merged(MultiHeadAttention.of(2, 3), steps("a"), steps("b")));

    private MergeCases() {}

    private static Functional merged(Layer layer, Node... inputs) {
        return Functional.of(Dense.of(3).on(Flatten.of().on(layer.named("here").on(inputs))));
    }

    /** What a layer that mixes all numbers gives. */
    private static Node mixed(String name, int... dimensions) {
        return Dense.of(dimensions[dimensions.length - 1]).activation("tanh").on(Node.input(name, dimensions));
    }

    private static Node steps(String name) {
        return mixed(name, 5, 4);
    }

    /** Of the same shape, but DL4J has the channels first. */
    private static Node convolvedSteps(String name) {
        return Conv1D.of(4, 2).padding(Padding.SAME).on(Node.input(name, 5, 3));
    }

    private static Node image(String name) {
        return Conv2D.of(3, 2).on(Node.input(name, 5, 4, 2));
    }

    private static List<Functional> ofTwo(Layer layer) {
        Node twice = convolvedSteps("a");
        return List.of(
                merged(layer, mixed("a", 4), mixed("b", 4)),
                merged(layer, mixed("a", 4), Node.input("b", 4)),
                merged(layer, convolvedSteps("a"), steps("b")),
                merged(layer, steps("a"), convolvedSteps("b")),
                merged(layer, image("a"), image("b")),
                merged(layer, image("a"), mixed("b", 4, 3, 3)),
                merged(layer, mixed("a", 1, 4), mixed("b", 4)),
                // The difference of a value and itself has no gradient.
                merged(layer, twice, layer instanceof Subtract ? Dense.of(4).on(twice) : twice));
    }

    private static List<Functional> ofAny(Layer layer) {
        List<Functional> networks = new ArrayList<>(ofTwo(layer));
        networks.add(merged(layer, mixed("a", 4), mixed("b", 4), mixed("c", 4), mixed("d", 4)));
        networks.add(merged(layer, steps("a"), convolvedSteps("b"), steps("c")));
        return networks;
    }

    private static List<Functional> concatenations() {
        Node twice = steps("a");
        return List.of(
                merged(Concatenate.of(), mixed("a", 4), mixed("b", 2), mixed("c", 1)),
                merged(Concatenate.of(), mixed("a", 4)),
                merged(Concatenate.of(), Node.input("a", 2), Node.input("b", 3)),
                merged(Concatenate.of(), steps("a"), convolvedSteps("b"), mixed("c", 5, 2)),
                merged(Concatenate.of().axis(1), steps("a"), convolvedSteps("b"), mixed("c", 2, 4)),
                merged(Concatenate.of(), image("a"), mixed("b", 4, 3, 2)),
                merged(Concatenate.of().axis(2), image("a"), mixed("b", 4, 1, 3)),
                merged(Concatenate.of().axis(-3), image("a"), mixed("b", 2, 3, 3)),
                merged(Concatenate.of(), twice, twice, Dense.of(2).on(twice)));
    }
}
