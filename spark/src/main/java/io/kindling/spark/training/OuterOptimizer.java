package io.kindling.spark.training;

import io.kindling.errors.KindlingException;
import io.kindling.optimizers.Optimizer;
import io.kindling.optimizers.Variables;
import java.util.Arrays;
import java.util.Objects;
import java.util.Optional;

/**
 * How the workers' mean becomes the weights of the next round: as it is, or by one step of an optimizer from where the
 * round began, whose gradient is what the round has changed: {@code g = before - mean}.
 *
 * <p>With SGD and momentum this is SlowMo, Wang et al., arXiv:1910.00643; with Nesterov's momentum the outer step of
 * DiLoCo, Douillard et al., arXiv:2311.08105; with Adam, Reddi et al., "Adaptive federated optimization",
 * arXiv:2003.00295.
 *
 * @param optimizer what makes the step; if there is none, the mean is taken as it is
 */
public record OuterOptimizer(Optional<Optimizer> optimizer) {
    /** The mean as it is. */
    public static final OuterOptimizer AVERAGE = new OuterOptimizer(Optional.empty());

    /** One step of an optimizer. */
    public static OuterOptimizer of(Optimizer optimizer) {
        Objects.requireNonNull(optimizer, "outerOptimizer must be average or an optimizer. Received: null.");
        return new OuterOptimizer(Optional.of(optimizer));
    }

    /**
     * The outer optimizer a text names: {@code "average"}, or an optimizer as {@link Optimizer#of} reads it, such as
     * {@code "sgd(1, momentum=0.8, nesterov=True)"}.
     *
     * <p>{@code "momentum(rate, momentum)"} and {@code "nesterov(rate, momentum)"} are SGD with that momentum.
     *
     * @throws KindlingException if it is none of them
     */
    public static OuterOptimizer of(String text) {
        Objects.requireNonNull(text, "outerOptimizer must be average or an optimizer. Received: null.");
        return OuterOptimizerText.read(text);
    }

    /** What is remembered before the first round. */
    float[][] initialMemory(int weights) {
        return optimizer.map(some -> some.initialSlots(weights)).orElseGet(() -> new float[0][]);
    }

    /**
     * Makes the mean the weights of the next round.
     *
     * @param before the weights the round began with; only read
     * @param mean the workers' mean; changed
     * @param starts where each weight starts, and last where they all end
     * @param memory what is remembered of the rounds before; only read
     * @param rounds how many there were before this one
     * @return what is remembered for the next
     */
    float[][] step(float[] before, float[] mean, int[] starts, float[][] memory, long rounds) {
        return optimizer
                .map(some -> step(some, before, mean, starts, memory, rounds))
                .orElse(memory);
    }

    private static float[][] step(
            Optimizer optimizer, float[] before, float[] mean, int[] starts, float[][] memory, long rounds) {
        float[][] slots = Arrays.stream(memory).map(float[]::clone).toArray(float[][]::new);
        float[] gradient = new float[mean.length];
        for (int i = 0; i < gradient.length; i++) {
            gradient[i] = before[i] - mean[i];
        }
        System.arraycopy(before, 0, mean, 0, mean.length);
        optimizer.update(new Variables(mean, gradient, starts), slots, rounds);
        return slots;
    }

    /** As it is written in a param. */
    @Override
    public String toString() {
        return optimizer.map(Optimizer.registry()::format).orElse(OuterOptimizerText.AVERAGE);
    }
}
