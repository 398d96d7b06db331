package io.kindling.layers;

import io.kindling.activations.Activation;
import io.kindling.activations.Linear;
import io.kindling.errors.KindlingException;
import io.kindling.regularizers.Regularizer;
import io.kindling.tensor.Shape;
import java.util.List;
import java.util.Optional;

/**
 * One layer of a network: an immutable description that says which shapes it takes and gives, which weights it needs,
 * and how to run it on buffers. Shapes leave out the batch axis.
 *
 * <p>Most layers have one input: they are a {@link UnaryLayer}.
 */
public interface Layer {

    /**
     * The shape of the output.
     *
     * @throws KindlingException if this layer cannot take such inputs: what it needs, and what it got
     */
    Shape outputShape(List<Shape> inputs);

    /** The weights, in Keras' order. */
    List<WeightSpec> weights(List<Shape> inputs);

    /** The running form, with buffers of its own. */
    BoundLayer bind(LayerBinding binding);

    /**
     * What runs instead of this layer, one part after the other: a layer that ends with an activation is one without, and
     * the activation. A weight belongs to the part that names it. Only the first part may have several inputs.
     */
    default List<Layer> parts() {
        return List.of(this);
    }

    /** The activation this layer ends with. */
    default Activation outputActivation() {
        return new Linear();
    }

    /**
     * Whether this layer takes note of which steps of a sequence count, or leaves steps where they are; the others lose
     * the {@link StepMask}, as in Keras.
     */
    default boolean supportsMasking() {
        return false;
    }

    /**
     * Whether its output is the mean of the members of an ensemble, along the first axis of its input. At the end of a
     * network such a layer leaves training the loss of each member.
     */
    default boolean averagesMembers() {
        return false;
    }

    /** Whether Keras gives this layer its inputs as one list, not one by one. */
    default boolean takesList() {
        return false;
    }

    /** The options, as JSON spells them, that Keras takes when the layer is applied instead of when it is made. */
    default List<String> callOptions() {
        return List.of();
    }

    /** This layer under a name that is unique in its network. */
    default Layer named(String name) {
        return new NamedLayer(this, name, true);
    }

    /** This layer with weights that training leaves as they are; Keras' {@code trainable = False}. */
    default Layer frozen() {
        return new NamedLayer(this, "", false);
    }

    /** Applies this layer to nodes of a graph. */
    default Node on(Node... inputs) {
        return shared().on(inputs);
    }

    /** This layer with weights that all nodes share which it is applied to. */
    default SharedLayer shared() {
        return new SharedLayer(this);
    }

    /** The penalty on the outputs, added to the loss as the mean over the examples; Keras' {@code activity_regularizer}. */
    default Optional<Regularizer> outputPenalty() {
        return Optional.empty();
    }
}
