package io.kindling.engine;

import io.kindling.data.Batch;
import io.kindling.data.ExampleBlock;
import io.kindling.data.ExampleOrder;
import io.kindling.data.Examples;
import io.kindling.errors.KindlingException;
import io.kindling.losses.Loss;
import io.kindling.metrics.Metric;
import io.kindling.models.NetworkPlan;
import java.util.Iterator;
import java.util.List;

/** Measures a network on examples. */
public final class Evaluator {
    private final TrainedNetwork trained;
    private final Loss loss;
    private final List<Metric> metrics;
    private final int most;

    public Evaluator(TrainedNetwork trained, Loss loss, List<Metric> metrics) {
        this.trained = trained;
        this.loss = loss;
        this.metrics = List.copyOf(metrics);
        this.most = MiniBatchRows.ofPrediction(trained.network().plan());
    }

    /**
     * Predicts every example and compares.
     *
     * @throws KindlingException if there are no examples
     */
    public Evaluation evaluate(Examples examples) {
        if (examples.rows() == 0) {
            throw new KindlingException("Evaluation needs at least one example. Received: none.");
        }
        try (BoundNetwork network = loaded()) {
            return sums(network, examples).means(metrics);
        }
    }

    /** Predicts every example of some blocks, one after the other, and adds up how they compare. */
    public EvaluationSums sums(Iterator<ExampleBlock> blocks) {
        EvaluationSums sums = EvaluationSums.none(metrics.size());
        try (BoundNetwork network = loaded()) {
            while (blocks.hasNext()) {
                sums = sums.plus(sums(network, new Examples(List.of(blocks.next()))));
            }
        }
        return sums;
    }

    private BoundNetwork loaded() {
        BoundNetwork network = BoundNetwork.forInference(trained.network().plan(), most);
        network.load(trained.weights());
        return network;
    }

    private EvaluationSums sums(BoundNetwork network, Examples examples) {
        NetworkPlan plan = trained.network().plan();
        OutputRows outputs = OutputRows.of(plan);
        int columns = outputs.columns();
        Batch batch = new Batch(most, plan.inputSizes(), examples.labels(), outputs.targetColumns(loss));
        double lossSum = 0;
        double weightSum = 0;
        double[] metricSums = new double[metrics.size()];
        ExampleOrder order = ExampleOrder.asGiven(examples.rows(), examples.windowRows());
        for (int from = 0; from < examples.rows(); from += most) {
            batch.fill(examples, order, from, Math.min(most, examples.rows() - from));
            float[] output = network.predict(batch);
            int rows = batch.rows() * outputs.perExample();
            float[] weights = outputs.weights(batch.weights(), batch.rows(), network.outputMask());
            lossSum += loss.value(batch.targets(), weights, output, rows, columns) / outputs.perExample();
            weightSum += weight(batch);
            for (int i = 0; i < metricSums.length; i++) {
                metricSums[i] += metrics.get(i)
                                .sum(
                                        batch.labels(),
                                        batch.labelColumns() / outputs.perExample(),
                                        weights,
                                        output,
                                        rows,
                                        columns)
                        / outputs.perExample();
            }
        }
        return new EvaluationSums(examples.rows(), weightSum, lossSum, metricSums);
    }

    private static double weight(Batch batch) {
        double sum = 0;
        for (int row = 0; row < batch.rows(); row++) {
            sum += batch.weights()[row];
        }
        return sum;
    }
}
