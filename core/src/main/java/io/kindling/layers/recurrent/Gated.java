package io.kindling.layers.recurrent;

import io.kindling.activations.Activation;
import io.kindling.layers.Options;
import java.util.Objects;

/** What recurrent layers with gates share: an activation of these, usually between 0 and 1. */
public interface Gated<L extends Gated<L>> extends Recurrent<L> {

    @Override
    Activation recurrentActivation();

    default L recurrentActivation(Activation recurrentActivation) {
        return Options.with(this, "recurrentActivation", recurrentActivation);
    }

    /** By name, such as {@code "hard_sigmoid"}. */
    default L recurrentActivation(String recurrentActivation) {
        return recurrentActivation(Activation.of(recurrentActivation));
    }

    /** Refuses what no recurrent layer with gates can have. */
    static void require(
            String layer,
            int units,
            Activation activation,
            Activation recurrentActivation,
            double dropout,
            double recurrentDropout) {
        Recurrent.require(layer, units, dropout, recurrentDropout);
        Objects.requireNonNull(recurrentActivation, layer + " needs a recurrent_activation. Received: null.");
        Options.requireActivation(layer, activation);
    }
}
