package io.kindling.cluster.integration;

import io.kindling.activations.Activation;
import java.io.IOException;

/** A user's program whose jar has an extension. */
public final class ExtensionProgram {

    private ExtensionProgram() {}

    /** Arguments as for {@link TrainingProgram}. */
    public static void main(String[] arguments) throws IOException {
        TrainingProgram.run(arguments, activation());
    }

    static Activation activation() {
        return Activation.of("squared_relu");
    }
}
