package io.kindling.spark.params;

import org.apache.spark.ml.param.Param;

/** The model that training goes on from: its weights of the same names and shapes are taken over. */
public interface HasInitialModel<S> extends FluentParams<S> {

    default Param<String> initialModel() {
        return new Param<>(
                this,
                "initialModel",
                "the directory of a model whose weights of the same names and shapes training starts from");
    }

    default String getInitialModel() {
        return getOrDefault(initialModel());
    }

    default S setInitialModel(String value) {
        set(initialModel(), value);
        return self();
    }
}
