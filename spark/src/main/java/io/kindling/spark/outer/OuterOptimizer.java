package io.kindling.spark.outer;

import io.kindling.registry.Registry;

/**
 * How the workers' mean becomes the weights of the next round: as it is, or as one step of an optimizer whose gradient is
 * what the round has changed.
 *
 * <p>Wang et al., "SlowMo: Improving communication-efficient distributed SGD with slow momentum", arXiv:1910.00643.
 */
public interface OuterOptimizer {

    /** Whether it needs a memory between rounds. */
    boolean hasMemory();

    /**
     * Replaces the mean by the weights to go on with.
     *
     * @param before the weights the round started from
     * @param mean the workers' mean; changed
     * @param memory as long as the weights, zero at first, or empty if there is none; changed
     */
    void step(float[] before, float[] mean, float[] memory);

    /**
     * The outer optimizer a text names, such as {@code "average"} or {@code "nesterov(1, 0.8)"}.
     *
     * @throws IllegalArgumentException if the name is unknown; the message lists the known ones
     */
    static OuterOptimizer of(String text) {
        return registry().parse(text);
    }

    /** All outer optimizers by name. */
    static Registry<OuterOptimizer> registry() {
        return OuterOptimizers.REGISTRY;
    }
}
