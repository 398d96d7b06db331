package io.kindling.engine;

import io.kindling.models.NetworkPlan;
import io.kindling.models.Weights;

/**
 * All that training carries from one step to the next. Arrays are not copied: a state, once made, is only read.
 *
 * @param weights the network's numbers
 * @param slots the optimizer's memory
 * @param step how many steps were made
 */
public record TrainingState(Weights weights, float[][] slots, long step) {

    /** The state before the first step. */
    public static TrainingState initial(NetworkPlan plan, Training training) {
        return of(plan.initialWeights(training.seed()), training);
    }

    /** The state before the first step from given weights. */
    public static TrainingState of(Weights weights, Training training) {
        return new TrainingState(weights, training.optimizer().initialSlots(weights.trainable().length), 0);
    }
}
