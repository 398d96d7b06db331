package io.kindling.layers;

import io.kindling.activations.Activation;
import io.kindling.activations.Linear;
import io.kindling.regularizers.Regularizer;
import io.kindling.tensor.Shape;
import java.util.List;

/**
 * One layer of a network: an immutable description that says which shapes it takes and gives, which weights it needs,
 * and how to run it on buffers. Shapes leave out the batch axis.
 */
public interface Layer {

    /**
     * The shape of the output.
     *
     * @throws IllegalArgumentException if this layer cannot take such an input: what it needs, and what it got
     */
    Shape outputShape(Shape input);

    /** The weights, in Keras' order; none unless a layer says otherwise. */
    default List<WeightSpec> weights(Shape input) {
        return List.of();
    }

    /** The running form, with buffers of its own. */
    BoundLayer bind(LayerBinding binding);

    /** The activation this layer ends with, which a loss may take over. */
    default Activation outputActivation() {
        return new Linear();
    }

    /** This layer without {@link #outputActivation}. */
    default Layer withoutOutputActivation() {
        return this;
    }

    /**
     * Whether this layer takes note of which steps of a sequence count, or leaves steps where they are; the others lose
     * the {@link StepMask}, as in Keras.
     */
    default boolean supportsMasking() {
        return false;
    }

    /** The penalty on the outputs, added to the loss as the mean over the examples; null for none. */
    default Regularizer activityRegularizer() {
        return null;
    }
}
