package io.kindling.spark.params;

import org.apache.spark.ml.param.Params;

/**
 * Params whose setters return the stage itself.
 *
 * @param <S> the stage
 */
public interface FluentParams<S> extends Params {

    /** This stage, for setters to return. */
    @SuppressWarnings("unchecked")
    default S self() {
        return (S) this;
    }
}
