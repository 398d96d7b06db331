package io.kindling.activations;

import io.kindling.errors.KindlingException;
import io.kindling.registry.Registry;

/**
 * A function applied to a layer's output, with its derivative.
 *
 * <p>Arrays are row-major, {@code rows} examples (or time steps) of {@code columns} values each. No method keeps an
 * array, and an activation has no state.
 */
public interface Activation {

    /**
     * How many columns the output has for an input of this many; as many, unless an activation says otherwise.
     *
     * @throws KindlingException if the activation cannot take this many
     */
    default int outputColumns(int columns) {
        return columns;
    }

    /**
     * Writes {@code y = f(x)}; {@code x} and {@code y} are different arrays, unless {@link #isInPlace()}.
     *
     * @param columns of {@code x}; {@code y} has {@link #outputColumns} of them
     */
    void forward(float[] x, float[] y, int rows, int columns);

    /**
     * Writes {@code dx = dy · df/dx}; {@code dx} and {@code dy} may be the same array if output and input have as many
     * columns.
     *
     * @param x what {@link #forward} was given
     * @param y what it gave
     * @param columns of {@code x} and {@code dx}; {@code y} and {@code dy} have {@link #outputColumns} of them
     */
    void backward(float[] x, float[] y, float[] dy, float[] dx, int rows, int columns);

    /** Whether f(x) = x, so that callers may leave the call out. */
    default boolean isIdentity() {
        return false;
    }

    /**
     * Whether {@link #forward} may write where it reads, as {@link #backward} needs the output alone and takes it for
     * {@code x}, too: that saves whoever calls it an array.
     */
    default boolean isInPlace() {
        return isIdentity();
    }

    /**
     * The activation a text names, such as {@code "relu"} or {@code "leaky_relu(0.1)"}.
     *
     * @throws KindlingException if the name is unknown; the message lists the known ones
     */
    static Activation of(String text) {
        return registry().parse(text);
    }

    /** All activations by Keras' names. */
    static Registry<Activation> registry() {
        return Activations.REGISTRY;
    }
}
