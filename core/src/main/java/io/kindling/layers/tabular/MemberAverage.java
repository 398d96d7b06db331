package io.kindling.layers.tabular;

import io.kindling.errors.KindlingException;
import io.kindling.layers.BoundUnaryLayer;
import io.kindling.layers.LayerBinding;
import io.kindling.layers.UnaryLayer;
import io.kindling.layers.pooling.GlobalAveragePooling1D;
import io.kindling.tensor.Shape;

/**
 * The mean of the outputs of all members of an ensemble: (members, outputs) to (outputs), {@code y = Σ x[m] / members}.
 *
 * <p>As the last layer of a network it changes what training minimizes: the mean of the members' losses, not the loss of
 * their mean, so that each member learns by itself. Validation and metrics are those of the mean. Gorishniy et al., "TabM",
 * arXiv:2410.24210. Keras' {@code GlobalAveragePooling1D} gives the same outputs.
 */
public record MemberAverage() implements UnaryLayer {

    @Override
    public Shape outputShape(Shape input) {
        requireMembers(input);
        return Shape.of(input.last());
    }

    /** Refuses an input without an axis of members. */
    static void requireMembers(Shape input) {
        if (input.rank() != 2) {
            throw new KindlingException("It needs inputs of shape (members, features), as RepeatVector makes them."
                    + " Received: " + input + ".");
        }
    }

    @Override
    public boolean averagesMembers() {
        return true;
    }

    @Override
    public BoundUnaryLayer bind(LayerBinding binding) {
        return new GlobalAveragePooling1D().bind(binding);
    }
}
