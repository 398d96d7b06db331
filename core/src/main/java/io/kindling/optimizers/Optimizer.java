package io.kindling.optimizers;

import io.kindling.registry.Registry;

/**
 * How a gradient changes the weights. An optimizer keeps no state of its own: its memory is {@code slots}, as many
 * vectors of the length of the parameters as {@link #slots()} says, which start at zero.
 */
public interface Optimizer {

    /** The step size. */
    double learningRate();

    /** This optimizer with another step size. */
    Optimizer withLearningRate(double learningRate);

    /** How many vectors of memory it needs. */
    int slots();

    /**
     * Changes the parameters by one step.
     *
     * @param parameters what is changed
     * @param gradient the derivative of the loss by each parameter
     * @param slots the memory, changed too
     * @param step how many steps were made before this one
     */
    void update(float[] parameters, float[] gradient, float[][] slots, long step);

    /**
     * The optimizer a text names, such as {@code "adam"} or {@code "sgd(0.01, momentum=0.9)"}.
     *
     * @throws IllegalArgumentException if the name is unknown; the message lists the known ones
     */
    static Optimizer of(String text) {
        return registry().parse(text);
    }

    /** All optimizers by Keras' names. */
    static Registry<Optimizer> registry() {
        return Optimizers.REGISTRY;
    }
}
