package io.kindling.guide;

import io.kindling.activations.Activation;
import io.kindling.initializers.Initializer;
import io.kindling.losses.Loss;
import java.util.Objects;
import java.util.Optional;

/**
 * What usually goes together in one place of a network.
 *
 * @param activation of the layer
 * @param initializer of its kernel
 * @param loss of the network; empty for hidden layers
 * @param why one or two sentences
 */
public record Advice(Activation activation, Initializer initializer, Optional<Loss> loss, String why) {

    public Advice {
        Objects.requireNonNull(activation, "Advice needs an activation. Received: null.");
        Objects.requireNonNull(initializer, "Advice needs an initializer. Received: null.");
        Objects.requireNonNull(loss, "Advice needs a loss, or Optional.empty() for none. Received: null.");
        Objects.requireNonNull(why, "Advice needs a reason. Received: null.");
    }

    static Advice output(Activation activation, Initializer initializer, Loss loss, String why) {
        return new Advice(activation, initializer, Optional.of(loss), why);
    }

    static Advice hidden(Activation activation, Initializer initializer, String why) {
        return new Advice(activation, initializer, Optional.empty(), why);
    }
}
