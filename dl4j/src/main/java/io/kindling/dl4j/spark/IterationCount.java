package io.kindling.dl4j.spark;

import org.deeplearning4j.nn.api.Model;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.deeplearning4j.spark.api.TrainingHook;
import org.nd4j.linalg.dataset.api.DataSet;
import org.nd4j.linalg.dataset.api.MultiDataSet;

/**
 * Has workers go on counting iterations where the last round ended: DL4J loses the count when it copies the configuration
 * of a graph, and schedules and Adam would start anew in every round.
 *
 * @param first the number of a round's first iteration
 */
record IterationCount(int first) implements TrainingHook {
    private static final long serialVersionUID = 1;

    @Override
    public void preUpdate(MultiDataSet miniBatch, Model model) {
        ComputationGraph network = (ComputationGraph) model;
        network.getConfiguration()
                .setIterationCount(Math.max(first, network.getConfiguration().getIterationCount()));
    }

    @Override
    public void postUpdate(MultiDataSet miniBatch, Model model) {}

    @Override
    public void preUpdate(DataSet miniBatch, Model model) {}

    @Override
    public void postUpdate(DataSet miniBatch, Model model) {}
}
