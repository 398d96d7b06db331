package io.kindling.dl4j;

import io.kindling.data.Batch;
import io.kindling.models.NetworkPlan;
import java.util.Arrays;
import java.util.List;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.dataset.MultiDataSet;
import org.nd4j.linalg.factory.Nd4j;

/** Mini-batches as a {@link Dl4jNetwork} takes them. */
public final class Dl4jBatch {

    private Dl4jBatch() {}

    /**
     * A copy of a mini-batch, of each input a row for each example; weights of examples become DL4J's mask of labels, one
     * for each row of the output.
     */
    public static MultiDataSet of(Batch batch, NetworkPlan plan) {
        int rows = batch.rows();
        List<Integer> sizes = plan.inputSizes();
        INDArray[] features = new INDArray[sizes.size()];
        for (int i = 0; i < features.length; i++) {
            features[i] = array(batch.inputs().get(i).all(), rows, sizes.get(i));
        }
        INDArray[] targets = {array(batch.targets(), rows, batch.targetColumns())};
        MultiDataSet miniBatch = new MultiDataSet(features, targets);
        if (batch.isWeighted()) {
            int perExample = plan.output().size() / plan.output().last();
            float[] mask = new float[rows * perExample];
            for (int i = 0; i < mask.length; i++) {
                mask[i] = batch.weights()[i / perExample];
            }
            miniBatch.setLabelsMaskArray(new INDArray[] {array(mask, mask.length, 1)});
        }
        return miniBatch;
    }

    private static INDArray array(float[] values, int rows, int columns) {
        return Nd4j.create(Arrays.copyOf(values, rows * columns), new long[] {rows, columns}, 'c');
    }
}
