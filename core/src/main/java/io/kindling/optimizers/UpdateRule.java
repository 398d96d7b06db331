package io.kindling.optimizers;

import io.kindling.optimizers.schedules.Schedule;
import io.kindling.registry.Records;
import java.util.List;

/**
 * An optimizer of one link, the last of every chain: it takes the step from what the links before it left of the gradient.
 *
 * <p>Its loop applies the learning rate itself, where optax has another link for it: one pass over the weights in place of
 * two, and the order of roundings that Keras has.
 *
 * @param <S> the record that implements it
 */
public interface UpdateRule<S extends Record & UpdateRule<S>> extends Optimizer, GradientTransformation {

    @Override
    default List<GradientTransformation> links() {
        return List.of(this);
    }

    @Override
    int slots();

    @Override
    default float[][] initialSlots(int size) {
        return GradientTransformation.super.initialSlots(size);
    }

    @Override
    default void update(Variables variables, float[][] slots, long step) {
        apply(variables, slots, learningRateAt(step), step);
    }

    @Override
    @SuppressWarnings("unchecked")
    default S withLearningRate(Schedule learningRate) {
        return Records.with((S) this, "learningRate", learningRate);
    }
}
