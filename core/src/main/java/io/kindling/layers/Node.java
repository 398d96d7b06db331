package io.kindling.layers;

import io.kindling.errors.KindlingException;
import io.kindling.tensor.Shape;
import java.util.List;

/**
 * A place in a graph of layers: an input of the network, or what a layer makes of other nodes. A node is itself only: two
 * of equal layers on the same inputs stay two.
 *
 * <pre>{@code
 * Node wide = Node.input("wide", 10);
 * Node id = Node.input("id", 1);
 * Node deep = Concatenate.of().on(Flatten.of().on(Embedding.of(7, 3).on(id)), wide);
 * Functional model = Functional.of(Dense.of(1).activation("sigmoid").on(deep));
 * }</pre>
 */
public abstract sealed class Node {

    /** An input of the network, by the name under which it is given its values. */
    public static Node input(String name, int... dimensions) {
        return input(name, Shape.of(dimensions));
    }

    /** An input of the network, by the name under which it is given its values. */
    public static Node input(String name, Shape shape) {
        return new InputNode(name, shape);
    }

    /** An input of the network. */
    public static final class InputNode extends Node {
        private final String name;
        private final Shape shape;

        private InputNode(String name, Shape shape) {
            this.name = name;
            this.shape = shape;
        }

        public String name() {
            return name;
        }

        /** The shape of one example. */
        public Shape shape() {
            return shape;
        }
    }

    /** What a layer gives. */
    public static final class LayerNode extends Node {
        private final SharedLayer layer;
        private final List<Node> inputs;

        LayerNode(SharedLayer layer, List<Node> inputs) {
            this.layer = layer;
            this.inputs = List.copyOf(inputs);
            if (inputs.isEmpty()) {
                throw new KindlingException(
                        "A layer needs at least one node to be applied to. Received: none, for " + layer.layer() + ".");
            }
        }

        /** The layer; several nodes that share its weights have the same one. */
        public SharedLayer layer() {
            return layer;
        }

        /** What it is applied to. */
        public List<Node> inputs() {
            return inputs;
        }
    }
}
