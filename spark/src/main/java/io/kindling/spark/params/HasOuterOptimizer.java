package io.kindling.spark.params;

import io.kindling.optimizers.Optimizer;
import io.kindling.spark.training.OuterOptimizer;
import org.apache.spark.ml.param.Param;

/** How the workers' mean becomes the weights of the next round. */
public interface HasOuterOptimizer<S> extends FluentParams<S> {

    default Param<OuterOptimizer> outerOptimizer() {
        return new TextParam<>(
                this,
                "outerOptimizer",
                "how the workers' mean becomes the weights of the next round: average, or by one step of an optimizer such as sgd(1, momentum=0.8, nesterov=True)",
                OuterOptimizer::toString,
                OuterOptimizer::of);
    }

    default OuterOptimizer getOuterOptimizer() {
        return getOrDefault(outerOptimizer());
    }

    default S setOuterOptimizer(OuterOptimizer value) {
        set(outerOptimizer(), value);
        return self();
    }

    /** By one step of an optimizer. */
    default S setOuterOptimizer(Optimizer value) {
        return setOuterOptimizer(OuterOptimizer.of(value));
    }

    /** By name: {@code "average"}, or an optimizer such as {@code "sgd(1, momentum=0.8, nesterov=True)"}. */
    default S setOuterOptimizer(String name) {
        return setOuterOptimizer(OuterOptimizer.of(name));
    }
}
