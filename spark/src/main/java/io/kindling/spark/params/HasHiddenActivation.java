package io.kindling.spark.params;

import io.kindling.activations.Activation;
import org.apache.spark.ml.param.Param;

/** The activation of the hidden layers of the default network. */
public interface HasHiddenActivation<S> extends FluentParams<S> {

    default Param<Activation> hiddenActivation() {
        return new RegistryParam<>(
                this,
                "hiddenActivation",
                "the activation of the hidden layers of the default network",
                Activation.registry());
    }

    default Activation getHiddenActivation() {
        return getOrDefault(hiddenActivation());
    }

    default S setHiddenActivation(Activation value) {
        set(hiddenActivation(), value);
        return self();
    }

    /** By name, such as {@code "relu"}. */
    default S setHiddenActivation(String name) {
        return setHiddenActivation(Activation.of(name));
    }
}
