package io.kindling.layers.tabular;

import io.kindling.errors.KindlingException;
import io.kindling.layers.BoundUnaryLayer;
import io.kindling.layers.LayerBinding;
import io.kindling.layers.UnaryLayer;
import io.kindling.tensor.Shape;
import java.util.Arrays;

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
        return new Bound(binding);
    }

    private static final class Bound extends RowLayer {
        private final int members;
        private final int outputs;

        Bound(LayerBinding binding) {
            super(
                    binding.withInput(Shape.of(binding.inputShape().size()), binding.batchSize()),
                    binding.inputShape().last());
            this.members = binding.inputShape().dimension(0);
            this.outputs = binding.inputShape().last();
        }

        @Override
        void forward(float[] x, int from, float[] y, int to) {
            Arrays.fill(y, to, to + outputs, 0f);
            for (int i = 0; i < members * outputs; i++) {
                y[to + i % outputs] += x[from + i];
            }
            for (int i = 0; i < outputs; i++) {
                y[to + i] /= members;
            }
        }

        @Override
        void backward(float[] x, int from, float[] dy, int to, float[] dx) {
            for (int i = 0; i < members * outputs; i++) {
                dx[from + i] = dy[to + i % outputs] / members;
            }
        }
    }
}
