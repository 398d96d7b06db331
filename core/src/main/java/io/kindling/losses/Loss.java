package io.kindling.losses;

import io.kindling.activations.Activation;
import io.kindling.errors.KindlingException;
import io.kindling.registry.Registry;
import java.util.Optional;

/**
 * What training minimizes: the mean over the examples of a mini-batch, each weighted (Keras'
 * {@code sum_over_batch_size}: the weighted losses are summed and divided by the number of rows).
 *
 * <p>Arrays are row-major: {@code rows} examples of {@code columns} outputs.
 */
public interface Loss {

    /**
     * The sum, not yet the mean, of the weighted losses of all rows.
     *
     * @param target {@link #targetColumns} values per row
     * @param weight one factor per row, 1 where there are no weights
     * @param output what the network gave
     */
    double value(float[] target, float[] weight, float[] output, int rows, int columns);

    /**
     * Writes the derivative of the mean by each output.
     *
     * @param target {@link #targetColumns} values per row
     * @param weight one factor per row, 1 where there are no weights
     * @param output what the network gave
     * @param gradient receives the derivative; not the array of the outputs
     */
    void gradient(float[] target, float[] weight, float[] output, float[] gradient, int rows, int columns);

    /**
     * Writes the {@link #gradient} and returns the {@link #value}, as a step of training wants both: a loss whose two
     * begin with the same exponentials computes those once.
     */
    default double valueAndGradient(
            float[] target, float[] weight, float[] output, float[] gradient, int rows, int columns) {
        gradient(target, weight, output, gradient, rows, columns);
        return value(target, weight, output, rows, columns);
    }

    /** How many target values belong to a row with this many outputs; as many, unless a loss says otherwise. */
    default int targetColumns(int outputColumns) {
        return outputColumns;
    }

    /** How many outputs a row with this many target values needs; as many, unless a loss says otherwise. */
    default int outputColumns(int targetColumns) {
        return targetColumns;
    }

    /**
     * The form of this loss over the numbers before the activation, if it has one: it never overflows and costs less.
     */
    default Optional<Loss> overLogits(Activation outputActivation) {
        return Optional.empty();
    }

    /**
     * Refuses a number of outputs this loss is not made for.
     *
     * @throws KindlingException naming the loss and what it needs
     */
    default void requireOutputs(int columns) {}

    /**
     * The loss a text names, such as {@code "mean_squared_error"} or {@code "huber(0.7)"}.
     *
     * @throws KindlingException if the name is unknown; the message lists the known ones
     */
    static Loss of(String text) {
        return registry().parse(text);
    }

    /** All losses by Keras' names. */
    static Registry<Loss> registry() {
        return Losses.REGISTRY;
    }
}
