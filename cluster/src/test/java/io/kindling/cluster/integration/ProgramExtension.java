package io.kindling.cluster.integration;

import io.kindling.activations.Activation;
import io.kindling.registry.Extension;
import java.util.List;

/** Gives {@link SquaredRelu} its name, in the program's jar as in this process. */
public final class ProgramExtension implements Extension {

    @Override
    public List<Addition> additions() {
        return List.of(new Addition(Activation.class, "squared_relu", new SquaredRelu()));
    }
}
