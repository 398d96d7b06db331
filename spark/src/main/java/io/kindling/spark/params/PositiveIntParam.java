package io.kindling.spark.params;

import org.apache.spark.ml.param.Params;

/** A whole number of at least 1. */
final class PositiveIntParam extends AtLeastParam {
    private static final long serialVersionUID = 1;

    PositiveIntParam(Params parent, String name, String doc) {
        super(parent, name, doc, 1);
    }
}
