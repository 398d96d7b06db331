package io.kindling.spark.params;

import io.kindling.errors.KindlingException;
import java.util.Arrays;
import org.apache.spark.ml.param.IntArrayParam;
import org.apache.spark.ml.param.Params;

/** Whole numbers of at least 1; there may be none. */
final class PositiveIntArrayParam extends IntArrayParam {
    private static final long serialVersionUID = 1;

    PositiveIntArrayParam(Params parent, String name, String doc) {
        super(parent, name, doc + " (>= 1)");
    }

    @Override
    public void validate(int[] value) {
        if (Arrays.stream(value).anyMatch(number -> number < 1)) {
            throw new KindlingException(
                    name() + " must be numbers of at least 1. Received: " + Arrays.toString(value) + ".");
        }
    }
}
