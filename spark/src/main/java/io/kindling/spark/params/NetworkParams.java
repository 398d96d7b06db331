package io.kindling.spark.params;

import io.kindling.activations.Activation;
import io.kindling.models.Network;
import org.apache.spark.ml.param.BooleanParam;
import org.apache.spark.ml.param.IntArrayParam;
import org.apache.spark.ml.param.Param;

/**
 * The params that say which network is trained.
 *
 * @param <S> the stage
 */
public interface NetworkParams<S> extends FluentParams<S> {

    /** The network to train; a default one is built from the data if it is not set. */
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

    /**
     * Whether features are brought to mean 0 and deviation 1 by a layer of the network, with the statistics of the training
     * rows; on where the network is built from the data, off for one that is set unless this is set, too.
     */
    default BooleanParam standardization() {
        return new BooleanParam(
                this,
                "standardization",
                "whether a layer of the network brings features to mean 0 and deviation 1; not done to a network that is set, unless this is set, too");
    }

    default boolean getStandardization() {
        return (boolean) getOrDefault(standardization());
    }

    default S setStandardization(boolean value) {
        set(standardization(), value);
        return self();
    }

    /** The units of each hidden layer of the default network. */
    default IntArrayParam hiddenLayers() {
        return new PositiveIntArrayParam(this, "hiddenLayers", "the units of each hidden layer of the default network");
    }

    default int[] getHiddenLayers() {
        return getOrDefault(hiddenLayers());
    }

    default S setHiddenLayers(int[] value) {
        set(hiddenLayers(), value);
        return self();
    }

    /** The activation of the hidden layers of the default network. */
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
