package io.kindling.cluster.integration;

import io.kindling.activations.Activation;
import io.kindling.activations.CustomActivation;
import java.io.IOException;

/** A user's program with an activation of its own: {@code x²} above zero, else 0. */
public final class ActivationProgram {

    private ActivationProgram() {}

    /** Arguments as for {@link TrainingProgram}. */
    public static void main(String[] arguments) throws IOException {
        TrainingProgram.run(arguments, activation());
    }

    static Activation activation() {
        return CustomActivation.register(
                "squared_relu",
                (x, y, n) -> new SquaredRelu().forward(x, y, n),
                (x, y, dy, dx, n) -> new SquaredRelu().backward(x, y, dy, dx, n));
    }
}
