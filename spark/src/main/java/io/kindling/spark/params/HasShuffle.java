package io.kindling.spark.params;

import org.apache.spark.ml.param.BooleanParam;

/** Whether every epoch sees the rows in another order. */
public interface HasShuffle<S> extends FluentParams<S> {

    default BooleanParam shuffle() {
        return new BooleanParam(this, "shuffle", "whether every epoch sees the rows in another order");
    }

    default boolean getShuffle() {
        return (boolean) getOrDefault(shuffle());
    }

    default S setShuffle(boolean value) {
        set(shuffle(), value);
        return self();
    }
}
