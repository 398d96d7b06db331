package io.kindling.spark.params;

import org.apache.spark.ml.param.StringArrayParam;

/** Weights that do not decay, whatever the optimizer does with others. */
public interface HasNoWeightDecay<S> extends FluentParams<S> {

    default StringArrayParam noWeightDecay() {
        return new StringArrayParam(
                this,
                "noWeightDecay",
                "names of layers or weights that do not decay, whatever the optimizer does; * stands for any characters");
    }

    default String[] getNoWeightDecay() {
        return getOrDefault(noWeightDecay());
    }

    default S setNoWeightDecay(String... value) {
        set(noWeightDecay(), value);
        return self();
    }
}
