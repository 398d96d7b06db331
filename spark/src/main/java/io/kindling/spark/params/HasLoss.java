package io.kindling.spark.params;

import io.kindling.losses.Loss;
import org.apache.spark.ml.param.Param;

/** What training minimizes; chosen to fit the output layer if it is not set. */
public interface HasLoss<S> extends FluentParams<S> {

    default Param<Loss> loss() {
        return new RegistryParam<>(
                this,
                "loss",
                "what training minimizes; chosen to fit the output layer if it is not set",
                Loss.registry());
    }

    default Loss getLoss() {
        return getOrDefault(loss());
    }

    default S setLoss(Loss value) {
        set(loss(), value);
        return self();
    }

    /** By name, such as {@code "categorical_crossentropy"}. */
    default S setLoss(String name) {
        return setLoss(Loss.of(name));
    }
}
