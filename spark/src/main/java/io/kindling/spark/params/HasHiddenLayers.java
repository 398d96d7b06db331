package io.kindling.spark.params;

import org.apache.spark.ml.param.IntArrayParam;

/** The units of each hidden layer of the default network. */
public interface HasHiddenLayers<S> extends FluentParams<S> {

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
}
