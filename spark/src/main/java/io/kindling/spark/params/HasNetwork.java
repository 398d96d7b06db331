package io.kindling.spark.params;

import io.kindling.models.Network;
import org.apache.spark.ml.param.Param;

/** The network to train; a default one is built from the data if it is not set. */
public interface HasNetwork<S> extends FluentParams<S> {

    default Param<Network> network() {
        return new NetworkParam(
                this, "network", "the network to train; a default one is built from the data if it is not set");
    }

    default Network getNetwork() {
        return getOrDefault(network());
    }

    default S setNetwork(Network value) {
        set(network(), value);
        return self();
    }
}
