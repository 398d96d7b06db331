package io.kindling.spark.params;

import io.kindling.errors.KindlingException;
import java.util.Arrays;
import org.apache.spark.ml.param.DoubleArrayParam;
import org.apache.spark.ml.param.Params;

/** Finite numbers of at least 0, one of them at least above. */
final class ClassWeightsParam extends DoubleArrayParam {
    private static final long serialVersionUID = 1;

    ClassWeightsParam(Params parent, String name, String doc) {
        super(parent, name, doc + " (>= 0)");
    }

    @Override
    public void validate(double[] value) {
        boolean valid = Arrays.stream(value).allMatch(weight -> weight >= 0 && weight <= Float.MAX_VALUE);
        if (!valid || Arrays.stream(value).noneMatch(weight -> weight > 0)) {
            throw new KindlingException(name()
                    + " must be finite numbers of at least 0, one of them at least above 0. Received: "
                    + Arrays.toString(value) + ".");
        }
    }
}
