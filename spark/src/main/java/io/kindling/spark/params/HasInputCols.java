package io.kindling.spark.params;

import org.apache.spark.ml.param.StringArrayParam;

/** The columns of features, one for each input of the network, in the order of its inputs. */
public interface HasInputCols<S> extends FluentParams<S> {

    default StringArrayParam inputCols() {
        return new StringArrayParam(
                this,
                "inputCols",
                "the columns of features, one for each input of the network, in the order of its inputs; if it is not"
                        + " set, a network with several inputs takes the columns of their names");
    }

    default String[] getInputCols() {
        return getOrDefault(inputCols());
    }

    default S setInputCols(String... value) {
        set(inputCols(), value);
        return self();
    }
}
