package io.kindling.layers.regularization;

import io.kindling.errors.KindlingException;
import io.kindling.layers.BoundPassThrough;
import io.kindling.layers.BoundUnaryLayer;
import io.kindling.layers.LayerBinding;
import io.kindling.layers.UnaryLayer;
import io.kindling.random.RandomKey;
import io.kindling.tensor.Shape;

/** A layer that changes its input at random in training, {@code y = scale · x + shift}, and not at all at inference. */
interface RandomLayer extends UnaryLayer {

    /**
     * Draws what each value is multiplied by and what is added to it.
     *
     * @param shape of one example
     * @param count how many values there are in all
     */
    void draw(float[] scales, float[] shifts, Shape shape, int count, RandomKey key);

    /** Whether it does anything. */
    boolean isActive();

    @Override
    default Shape outputShape(Shape input) {
        return input;
    }

    @Override
    default boolean supportsMasking() {
        return true;
    }

    @Override
    default BoundUnaryLayer bind(LayerBinding binding) {
        return binding.training() && isActive() ? new BoundRandomLayer(this, binding) : new BoundPassThrough();
    }

    /** Refuses a share of dropped values outside [0, 1). */
    static void requireRate(String layer, double rate) {
        if (!(rate >= 0 && rate < 1)) {
            throw new KindlingException(layer + " needs a rate in [0, 1). Received: " + rate + ".");
        }
    }
}
