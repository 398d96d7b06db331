package io.kindling.spark.params;

import io.kindling.errors.KindlingException;
import org.apache.spark.ml.param.BooleanParam;
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

    /** Whether all classes count alike in all: each row of a class that has few of them counts more. */
    default BooleanParam balanceClasses() {
        return new BooleanParam(
                this,
                "balanceClasses",
                "whether rows count rows / (classes * rows of their class), so that all classes count alike in all");
    }

    default boolean getBalanceClasses() {
        return (boolean) getOrDefault(balanceClasses());
    }

    default S setBalanceClasses(boolean value) {
        set(balanceClasses(), value);
        return self();
    }

    /**
     * By name: {@code "balanced"}.
     *
     * @throws KindlingException for any other
     */
    default S setClassWeights(String name) {
        if (!name.equals("balanced")) {
            throw new KindlingException(
                    "classWeights must be a number for each class, or balanced. Received: " + name + ".");
        }
        return setBalanceClasses(true);
    }
}
