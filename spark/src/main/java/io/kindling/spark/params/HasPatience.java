package io.kindling.spark.params;

import org.apache.spark.ml.param.IntParam;

/** Epochs without improvement after which training stops. */
public interface HasPatience<S> extends FluentParams<S> {

    default IntParam patience() {
        return new PositiveIntParam(
                this, "patience", "epochs without improvement after which training stops; it never does if not set");
    }

    default int getPatience() {
        return (int) getOrDefault(patience());
    }

    default S setPatience(int value) {
        set(patience(), value);
        return self();
    }
}
