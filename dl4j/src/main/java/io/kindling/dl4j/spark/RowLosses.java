package io.kindling.dl4j.spark;

import java.io.Serializable;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.util.DoubleAccumulator;
import org.apache.spark.util.LongAccumulator;
import org.deeplearning4j.nn.api.Model;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.deeplearning4j.optimize.api.BaseTrainingListener;

/** Adds up, over all workers, the losses of the mini-batches they train on; DL4J itself keeps only the last one's. */
final class RowLosses extends BaseTrainingListener implements Serializable {
    private static final long serialVersionUID = 1;

    private final DoubleAccumulator sum;
    private final LongAccumulator rows;

    RowLosses(JavaSparkContext context) {
        sum = context.sc().doubleAccumulator();
        rows = context.sc().longAccumulator();
    }

    @Override
    public void iterationDone(Model model, int iteration, int epoch) {
        long batch = ((ComputationGraph) model).getInput(0).size(0);
        sum.add(model.score() * batch);
        rows.add(batch);
    }

    /** The mean loss of the rows so far. */
    double mean() {
        return sum.value() / rows.value();
    }

    /** How many there were. */
    long rows() {
        return rows.value();
    }
}
