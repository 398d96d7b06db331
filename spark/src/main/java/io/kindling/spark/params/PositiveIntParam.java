package io.kindling.spark.params;

import io.kindling.errors.KindlingException;
import org.apache.spark.ml.param.IntParam;
import org.apache.spark.ml.param.Params;

/** A whole number of at least 1. */
final class PositiveIntParam extends IntParam {
    private static final long serialVersionUID = 1;

    PositiveIntParam(Params parent, String name, String doc) {
        super(parent, name, doc + " (>= 1)");
    }

    @Override
    public void validate(Object value) {
        if ((int) value < 1) {
            throw new KindlingException(name() + " must be at least 1. Received: " + value + ".");
        }
    }
}
