package io.kindling.spark.params;

import io.kindling.models.Sequential;
import org.apache.spark.ml.param.Param;

/** The network to train; a default one is built from the data if it is not set. */
public interface HasNetwork<S> extends FluentParams<S> {

    default Param<Sequential> network() {
        return new SequentialParam(
                this, "network", "the network to train; a default one is built from the data if it is not set");
    }

    default Sequential getNetwork() {
        return getOrDefault(network());
    }

    default S setNetwork(Sequential value) {
        set(network(), value);
        return self();
    }
}
