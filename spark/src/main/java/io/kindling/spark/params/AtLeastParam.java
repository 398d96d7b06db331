package io.kindling.spark.params;

import io.kindling.errors.KindlingException;
import org.apache.spark.ml.param.IntParam;
import org.apache.spark.ml.param.Params;

/** A whole number that may not be too small. */
public class AtLeastParam extends IntParam {
    private static final long serialVersionUID = 1;

    private final int least;

    public AtLeastParam(Params parent, String name, String doc, int least) {
        super(parent, name, doc + " (>= " + least + ")");
        this.least = least;
    }

    @Override
    public void validate(Object value) {
        if ((int) value < least) {
            throw new KindlingException(name() + " must be at least " + least + ". Received: " + value + ".");
        }
    }
}
