package io.kindling.spark.params;

import io.kindling.spark.outer.OuterOptimizer;
import org.apache.spark.ml.param.Param;

/** How the workers' mean becomes the weights of the next round. */
public interface HasOuterOptimizer<S> extends FluentParams<S> {

    default Param<OuterOptimizer> outerOptimizer() {
        return new RegistryParam<>(
                this,
                "outerOptimizer",
                "how the workers' mean becomes the weights of the next round: average, momentum or nesterov",
                OuterOptimizer.registry());
    }

    default OuterOptimizer getOuterOptimizer() {
        return getOrDefault(outerOptimizer());
    }

    default S setOuterOptimizer(OuterOptimizer value) {
        set(outerOptimizer(), value);
        return self();
    }

    /** By name, such as {@code "nesterov(1, 0.8)"}. */
    default S setOuterOptimizer(String name) {
        return setOuterOptimizer(OuterOptimizer.of(name));
    }
}
