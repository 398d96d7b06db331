package io.kindling.spark.params;

import org.apache.spark.ml.param.DoubleArrayParam;

/** One per class: the factor on the weights of its rows; all classes count alike if it is not set. */
public interface HasClassWeights<S> extends FluentParams<S> {

    default DoubleArrayParam classWeights() {
        return new ClassWeightsParam(
                this,
                "classWeights",
                "one per class: the factor on the weights of its rows; all classes count alike if it is not set");
    }

    default double[] getClassWeights() {
        return getOrDefault(classWeights());
    }

    default S setClassWeights(double[] value) {
        set(classWeights(), value);
        return self();
    }
}
