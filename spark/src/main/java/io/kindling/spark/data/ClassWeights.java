package io.kindling.spark.data;

import java.io.Serializable;

/** A factor on the weight of every row, by the class that is its label. */
public final class ClassWeights implements Serializable {
    /** All classes count alike. */
    public static final ClassWeights NONE = new ClassWeights(new double[0]);

    private static final long serialVersionUID = 1;

    /** One per class; none, if all count alike. */
    private final double[] weights;

    private ClassWeights(double[] weights) {
        this.weights = weights;
    }

    /** One factor per class, by its index. */
    public static ClassWeights of(double[] weights) {
        return new ClassWeights(weights.clone());
    }

    boolean areSet() {
        return weights.length > 0;
    }

    /** The factor for a valid label; 1 for a class without one, which is reported when all labels are known. */
    double weight(float label) {
        return areSet() && label < weights.length ? weights[(int) label] : 1;
    }
}
