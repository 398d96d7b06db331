package io.kindling.benchmarks.digits;

import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** Classes as Deeplearning4j takes them. */
public final class Dl4jTargets {

    private Dl4jTargets() {}

    /** A row for each label, with a one where its class is. */
    public static INDArray oneHot(float[] labels, int classes) {
        INDArray targets = Nd4j.zeros(labels.length, classes);
        for (int i = 0; i < labels.length; i++) {
            targets.putScalar(i, (int) labels[i], 1f);
        }
        return targets;
    }
}
