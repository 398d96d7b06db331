package io.kindling.layers;

import java.util.List;

/**
 * A layer whose weights all nodes share that it is applied to, as a tower that two inputs go through:
 *
 * <pre>{@code
 * SharedLayer tower = Dense.of(16).activation("relu").shared();
 * Node distance = Subtract.of().on(tower.on(left), tower.on(right));
 * }</pre>
 */
public final class SharedLayer {
    private final Layer layer;

    SharedLayer(Layer layer) {
        this.layer = layer;
    }

    /** What it does. */
    public Layer layer() {
        return layer;
    }

    /** Applies it to nodes. */
    public Node on(Node... inputs) {
        return new Node.LayerNode(this, List.of(inputs));
    }
}
