package io.kindling.optimizers;

import io.kindling.errors.KindlingException;
import io.kindling.registry.Registry;

/**
 * A link of an optimizer, which changes the gradient or the weights in their place: clipping, weight decay, or, last, the
 * {@link UpdateRule} that takes the step. It keeps no state of its own: its memory is {@code slots}, as many vectors of the
 * length of the weights as {@link #slots()} says.
 *
 * <p>The name is optax's, whose {@code chain} joins them as {@link Chain} does.
 */
public interface GradientTransformation {

    /** How many vectors of memory it needs: none, unless it says otherwise. */
    default int slots() {
        return 0;
    }

    /** The memory before the first step: zeros, unless it says otherwise. */
    default float[][] initialSlots(int size) {
        return new float[slots()][size];
    }

    /**
     * Does its part of one step.
     *
     * @param variables their gradient or their values are changed
     * @param slots the memory, changed too
     * @param learningRate the step size of this step, by the optimizer's schedule
     * @param step how many steps were made before this one
     */
    void apply(Variables variables, float[][] slots, double learningRate, long step);

    /**
     * The transformation a text names, such as {@code "clip_by_norm(1)"} or {@code "decayed_weights(0.004)"}.
     *
     * @throws KindlingException if the name is unknown; the message lists the known ones
     */
    static GradientTransformation of(String text) {
        return registry().parse(text);
    }

    /** All transformations that may stand before an optimizer, by name. */
    static Registry<GradientTransformation> registry() {
        return GradientTransformations.REGISTRY;
    }
}
