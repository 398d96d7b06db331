package io.kindling.spark.params;

import io.kindling.optimizers.Optimizer;
import org.apache.spark.ml.param.Param;

/** How gradients change weights; where it is not set, Adam with a rate that grows with the workers, up to 0.004. */
public interface HasOptimizer<S> extends FluentParams<S> {

    default Param<Optimizer> optimizer() {
        return new RegistryParam<>(
                this,
                "optimizer",
                "how gradients change weights; where not set, adam with the rate 0.001 times the square root of numWorkers, at most 0.004",
                Optimizer.registry());
    }

    default Optimizer getOptimizer() {
        return getOrDefault(optimizer());
    }

    default S setOptimizer(Optimizer value) {
        set(optimizer(), value);
        return self();
    }

    /** By name, such as {@code "adam"} or {@code "sgd(0.1, momentum=0.9)"}. */
    default S setOptimizer(String name) {
        return setOptimizer(Optimizer.of(name));
    }
}
