package io.kindling.optimizers;

import io.kindling.errors.KindlingException;
import io.kindling.optimizers.schedules.Constant;
import io.kindling.optimizers.schedules.Schedule;
import io.kindling.registry.Registry;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/**
 * How a gradient changes the weights: a schedule of the learning rate, and a chain of {@link GradientTransformation}s of
 * which the last is an {@link UpdateRule}. An optimizer keeps no state of its own: its memory is {@code slots}, as many
 * vectors of the length of the parameters as {@link #slots()} says.
 */
public interface Optimizer {

    /** The step size. */
    Schedule learningRate();

    /** The step size of one step. */
    default double learningRateAt(long step) {
        return learningRate().at(step);
    }

    /** This optimizer with another step size. */
    Optimizer withLearningRate(Schedule learningRate);

    /** This optimizer with another step size, the same at every step. */
    default Optimizer withLearningRate(double learningRate) {
        return withLearningRate(Constant.of(learningRate));
    }

    /** What makes up a step, in this order: what prepares the gradient and the weights, and at last the rule. */
    List<GradientTransformation> links();

    /** How many vectors of memory it needs: as many as its links together. */
    default int slots() {
        return links().stream().mapToInt(GradientTransformation::slots).sum();
    }

    /** The memory before the first step. */
    default float[][] initialSlots(int size) {
        return links().stream()
                .flatMap(link -> Stream.of(link.initialSlots(size)))
                .toArray(float[][]::new);
    }

    /**
     * Changes the parameters by one step.
     *
     * @param variables their values are changed; their gradient may be, too
     * @param slots the memory, changed too
     * @param step how many steps were made before this one
     */
    default void update(Variables variables, float[][] slots, long step) {
        double learningRate = learningRateAt(step);
        int from = 0;
        for (GradientTransformation link : links()) {
            int to = from + link.slots();
            link.apply(variables, Arrays.copyOfRange(slots, from, to), learningRate, step);
            from = to;
        }
    }

    /** As {@link #update(Variables, float[][], long)}, with all parameters as one variable. */
    default void update(float[] parameters, float[] gradient, float[][] slots, long step) {
        update(Variables.single(parameters, gradient), slots, step);
    }

    /** This optimizer after transformations of the gradient or the weights, in their order. */
    default Chain after(GradientTransformation... transformations) {
        return new Chain(List.of(transformations), this);
    }

    /** This optimizer with the gradient of every variable shortened to a norm of at most this. */
    default ClippedOptimizer clipNorm(double clipnorm) {
        return new ClippedOptimizer(this, clipnorm, null, null);
    }

    /** This optimizer with the whole gradient shortened to a norm of at most this. */
    default ClippedOptimizer globalClipNorm(double globalClipnorm) {
        return new ClippedOptimizer(this, null, globalClipnorm, null);
    }

    /** This optimizer with every derivative limited to [-clipvalue, clipvalue]. */
    default ClippedOptimizer clipValue(double clipvalue) {
        return new ClippedOptimizer(this, null, null, clipvalue);
    }

    /**
     * The optimizer a text names, such as {@code "adam"}, {@code "sgd(0.01, momentum=0.9)"} or
     * {@code "clipped(adam(cosine_decay(0.01, 1000)), clipnorm=1)"}.
     *
     * @throws KindlingException if the name is unknown; the message lists the known ones
     */
    static Optimizer of(String text) {
        return registry().parse(text);
    }

    /** All optimizers by Keras' names. */
    static Registry<Optimizer> registry() {
        return Optimizers.REGISTRY;
    }
}
