package io.kindling.layers.regularization;

import io.kindling.layers.BoundPassThrough;
import io.kindling.layers.BoundUnaryLayer;
import io.kindling.layers.LayerBinding;
import io.kindling.layers.UnaryLayer;
import io.kindling.regularizers.L1L2;
import io.kindling.regularizers.Regularizer;
import io.kindling.tensor.Shape;
import java.util.Optional;

/**
 * Leaves its input as it is and adds a penalty on it to the loss: {@code l1 · Σ|x| + l2 · Σx²}, as the mean over the
 * examples.
 *
 * @param l1 the factor of the absolute values; at least 0
 * @param l2 the factor of the squares; at least 0
 */
public record ActivityRegularization(double l1, double l2) implements UnaryLayer {

    public ActivityRegularization {
        new L1L2(l1, l2);
    }

    public static ActivityRegularization of(double l1, double l2) {
        return new ActivityRegularization(l1, l2);
    }

    @Override
    public Shape outputShape(Shape input) {
        return input;
    }

    @Override
    public Optional<Regularizer> outputPenalty() {
        return Optional.of(new L1L2(l1, l2));
    }

    @Override
    public boolean supportsMasking() {
        return true;
    }

    @Override
    public BoundUnaryLayer bind(LayerBinding binding) {
        return new BoundPassThrough();
    }
}
