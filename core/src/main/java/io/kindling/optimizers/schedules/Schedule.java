package io.kindling.optimizers.schedules;

import io.kindling.errors.KindlingException;
import io.kindling.registry.Registry;

/** A learning rate as a function of the step. */
public interface Schedule {

    /**
     * The rate of one step.
     *
     * @param step how many steps were made before it
     */
    double at(long step);

    /**
     * The schedule a text names, such as {@code "0.01"} or {@code "exponential_decay(0.05, 1000, 0.5)"}.
     *
     * @throws KindlingException if the name is unknown; the message lists the known ones
     */
    static Schedule of(String text) {
        return registry().parse(text);
    }

    /** All schedules by Keras' names. */
    static Registry<Schedule> registry() {
        return Schedules.REGISTRY;
    }
}
