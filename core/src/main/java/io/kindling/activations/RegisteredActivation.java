package io.kindling.activations;

import io.kindling.activations.custom.UserFunctions;
import io.kindling.errors.KindlingException;

/**
 * A function a user gives as Java code, with its derivative: as fast as a built-in one. What a model keeps of it is its
 * name, so it must be registered, under that name and in every process, before a model that has it is loaded.
 *
 * <pre>{@code
 * Activation cube = CustomActivation.register(
 *         "cube",
 *         (x, y, n) -> { for (int i = 0; i < n; i++) y[i] = x[i] * x[i] * x[i]; },
 *         (x, y, dy, dx, n) -> { for (int i = 0; i < n; i++) dx[i] = dy[i] * 3 * x[i] * x[i]; });
 * }</pre>
 *
 * <p>Spark's executors need nothing registered: the functions travel with the tasks.
 *
 * @param name under which it is registered
 */
public record RegisteredActivation(String name) implements Pointwise {

    public RegisteredActivation {
        if (name == null || name.isBlank()) {
            throw new KindlingException("A registered activation needs a name. Received: " + name + ".");
        }
    }

    /**
     * As many.
     *
     * @throws KindlingException if nothing is registered under the name
     */
    @Override
    public int outputColumns(int columns) {
        UserFunctions.named(name);
        return columns;
    }

    @Override
    public void forward(float[] x, float[] y, int n) {
        UserFunctions.named(name).function().apply(x, y, n);
    }

    @Override
    public void backward(float[] x, float[] y, float[] dy, float[] dx, int n) {
        UserFunctions.named(name).derivative().apply(x, y, dy, dx, n);
    }
}
