package io.kindling.activations;

import io.kindling.activations.custom.PointwiseDerivative;
import io.kindling.activations.custom.PointwiseFunction;
import io.kindling.activations.custom.UserFunctions;
import io.kindling.autodiff.FunctionGraph;
import io.kindling.autodiff.FunctionGraphs;
import io.kindling.autodiff.SameDiffFunction;
import io.kindling.errors.KindlingException;
import java.util.function.Consumer;

/**
 * A function a user writes as an ND4J SameDiff expression; its derivative comes by automatic differentiation.
 *
 * <pre>{@code
 * Dense.of(64).activation(CustomActivation.of("sin", (sd, x) -> sd.math().sin(x)))
 * }</pre>
 *
 * <p>What is kept, sent to executors and saved is the graph of the expression, not Java code, so a model that has one
 * loads with nothing registered. It costs about a millisecond per call, many times what a built-in activation costs;
 * {@link #register} takes faster Java code instead.
 *
 * @param name what it is called in messages
 * @param graph the expression, a FlatBuffer in Base64
 */
public record CustomActivation(String name, String graph) implements Activation {

    public CustomActivation {
        if (name == null || name.isBlank() || graph == null || graph.isBlank()) {
            throw new KindlingException("A custom activation needs a name and a graph. Received: " + name + ".");
        }
    }

    /**
     * Records an expression and tries it once.
     *
     * @throws KindlingException if the expression cannot be computed or differentiated
     */
    public static CustomActivation of(String name, SameDiffFunction function) {
        CustomActivation activation = new CustomActivation(name, FunctionGraphs.text(FunctionGraph.record(function)));
        float[] values = {0.5f, 1.5f};
        activation.forward(values, new float[2], 1, 2);
        activation.backward(values, values, new float[] {1f, 1f}, new float[2], 1, 2);
        return activation;
    }

    /**
     * Registers a function and its derivative, given as Java code, under a name; a name taken is given anew.
     *
     * @throws KindlingException if the functions cannot be sent to executors, or the derivative is not that of
     *     the function
     */
    public static RegisteredActivation register(
            String name, PointwiseFunction function, PointwiseDerivative derivative) {
        RegisteredActivation activation = new RegisteredActivation(name);
        UserFunctions.put(name, new UserFunctions.UserFunction(function, derivative));
        return activation;
    }

    @Override
    public void forward(float[] x, float[] y, int rows, int columns) {
        run(running -> running.forward(x, y, rows, columns));
    }

    @Override
    public void backward(float[] x, float[] y, float[] dy, float[] dx, int rows, int columns) {
        run(running -> running.backward(x, dy, dx, rows, columns));
    }

    private void run(Consumer<FunctionGraph> call) {
        try {
            call.accept(FunctionGraphs.of(graph));
        } catch (RuntimeException failed) {
            throw new KindlingException("The custom activation '" + name + "' failed: " + failed.getMessage(), failed);
        }
    }
}
