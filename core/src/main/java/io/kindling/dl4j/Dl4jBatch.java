package io.kindling.dl4j;

import io.kindling.data.Batch;
import io.kindling.models.NetworkPlan;
import java.util.Arrays;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.dataset.DataSet;
import org.nd4j.linalg.factory.Nd4j;

/** Mini-batches as a {@link Dl4jNetwork} takes them. */
public final class Dl4jBatch {

    private Dl4jBatch() {}

    /** A copy of a mini-batch; weights of examples become DL4J's mask of labels, one for each row of the output. */
    public static DataSet of(Batch batch, NetworkPlan plan) {
        int rows = batch.rows();
        DataSet dataSet = new DataSet(
                array(batch.inputs().get(0).all(), rows, plan.features()),
                array(batch.targets(), rows, batch.targetColumns()));
        if (batch.isWeighted()) {
            int perExample = plan.output().size() / plan.output().last();
            float[] mask = new float[rows * perExample];
            for (int i = 0; i < mask.length; i++) {
                mask[i] = batch.weights()[i / perExample];
            }
            dataSet.setLabelsMaskArray(array(mask, mask.length, 1));
        }
        return dataSet;
    }

    private static INDArray array(float[] values, int rows, int columns) {
        return Nd4j.create(Arrays.copyOf(values, rows * columns), new long[] {rows, columns}, 'c');
    }
}
