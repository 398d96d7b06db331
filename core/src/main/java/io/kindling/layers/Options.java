package io.kindling.layers;

import io.kindling.activations.Activation;
import io.kindling.registry.Records;
import java.util.Objects;

/** What is done with the options of layers, whichever layer it is. */
public final class Options {

    private Options() {}

    /** A copy of a layer that differs in one component; its constructor checks it. */
    @SuppressWarnings("unchecked") // The copy of a record is of its class.
    public static <L> L with(Layer layer, String option, Object value) {
        return (L) Records.with((Record) layer, option, value);
    }

    /** Refuses a layer without an activation. */
    public static void requireActivation(String layer, Activation activation) {
        Objects.requireNonNull(activation, layer + " needs an activation, \"linear\" for none. Received: null.");
    }
}
