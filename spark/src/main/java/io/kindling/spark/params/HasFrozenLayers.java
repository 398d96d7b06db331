package io.kindling.spark.params;

import org.apache.spark.ml.param.StringArrayParam;

/** Layers whose weights training leaves as they are; Keras' {@code trainable = False}. */
public interface HasFrozenLayers<S> extends FluentParams<S> {

    default StringArrayParam frozenLayers() {
        return new StringArrayParam(
                this,
                "frozenLayers",
                "names of layers whose weights training leaves as they are; * stands for any characters");
    }

    default String[] getFrozenLayers() {
        return getOrDefault(frozenLayers());
    }

    default S setFrozenLayers(String... value) {
        set(frozenLayers(), value);
        return self();
    }
}
