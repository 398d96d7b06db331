package io.kindling.spark.training;

import io.kindling.data.ExampleBlock;
import io.kindling.engine.TrainedNetwork;
import io.kindling.engine.Training;
import io.kindling.engine.TrainingState;
import io.kindling.models.NetworkPlan;
import io.kindling.models.Sequential;
import io.kindling.spark.data.TrainingData;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.broadcast.Broadcast;

/**
 * Synchronous parameter averaging: every worker trains a copy of the network on its own rows for some mini-batches,
 * then the copies are replaced by their mean, weighted by the rows each has seen; optimizer memory and other weights
 * are averaged alike.
 *
 * <p>A round is a pure function of the averaged state, the rows and the position in training, so that lost executors
 * and retried tasks change nothing. McMahan et al., "Communication-efficient learning of deep networks from
 * decentralized data", arXiv:1602.05629.
 */
public final class ParameterAveragingTrainer implements DistributedTrainer {
    private static final String DESCRIPTION = "spark.job.description";

    private final JavaSparkContext context;
    private final int workers;
    private final int averagingFrequency;

    /**
     * A trainer.
     *
     * @param workers how many share the rows; fewer are used if there are fewer rows
     * @param averagingFrequency mini-batches per worker between averagings
     */
    public ParameterAveragingTrainer(JavaSparkContext context, int workers, int averagingFrequency) {
        this.context = context;
        this.workers = workers;
        this.averagingFrequency = averagingFrequency;
    }

    /** The running totals of one epoch. */
    private static final class EpochTotals {
        private double lossSum;
        private long examples;

        void add(Averaging.Result result) {
            for (Share share : result.shares()) {
                lossSum += share.lossSum();
                examples += share.examples();
            }
        }

        double loss() {
            return lossSum / examples;
        }
    }

    @Override
    public TrainedNetwork train(Sequential network, Training training, TrainingData data, TrainingListener listener) {
        int used = (int) Math.min(workers, data.rows());
        if (used < workers) {
            listener.noticed("Training uses " + used + " workers instead of " + workers + ", because there are only "
                    + data.rows() + " rows.");
        }
        NetworkPlan plan = network.plan();
        JavaRDD<ExampleBlock> blocks = data.dealTo(used);
        long mostRows = (data.rows() + used - 1) / used;
        long batches = (mostRows + training.batchSize() - 1) / training.batchSize();
        int rounds = Math.toIntExact((batches + averagingFrequency - 1) / averagingFrequency);
        listener.started(new TrainingStart(data.rows(), used, plan.trainableCount(), training.epochs(), rounds));
        TrainingState state = TrainingState.initial(plan, training);
        TrainingSpec spec = new TrainingSpec(network, training);
        StateSlices layout = StateSlices.of(state);
        Averaging averaging = new Averaging(layout, used);
        String outerDescription = context.getLocalProperty(DESCRIPTION);
        try {
            long seen = 0;
            context.setLocalProperty(DESCRIPTION, "epoch 1/" + training.epochs() + ", round 1/" + rounds);
            for (int epoch = 0; epoch < training.epochs(); epoch++) {
                EpochTotals totals = new EpochTotals();
                for (int round = 0; round < rounds; round++) {
                    Averaging.Result result = runRound(averaging, layout, blocks, spec, state, epoch, round);
                    state = result.state();
                    totals.add(result);
                    RoundProgress progress = new RoundProgress(
                            epoch + 1, training.epochs(), round + 1, rounds, totals.loss(), seen + totals.examples);
                    requireFinite(progress, training);
                    context.setLocalProperty(DESCRIPTION, progress.toString());
                    listener.roundFinished(progress);
                }
                seen += totals.examples;
            }
        } finally {
            context.setLocalProperty(DESCRIPTION, outerDescription);
        }
        return new TrainedNetwork(network, state.weights());
    }

    private Averaging.Result runRound(
            Averaging averaging,
            StateSlices layout,
            JavaRDD<ExampleBlock> blocks,
            TrainingSpec spec,
            TrainingState state,
            int epoch,
            int round) {
        Broadcast<byte[][]> broadcast = context.broadcast(layout.pack(state));
        try {
            RoundTask task = new RoundTask(
                    spec, broadcast, layout, state.step(), epoch, round * averagingFrequency, averagingFrequency);
            return averaging.run(blocks, task);
        } finally {
            broadcast.destroy(false);
        }
    }

    private static void requireFinite(RoundProgress progress, Training training) {
        if (!Double.isFinite(progress.loss())) {
            throw new TrainingDivergedException("The loss became " + progress.loss() + " in epoch " + progress.epoch()
                    + ", round " + progress.round() + ", with a learning rate of "
                    + training.optimizer().learningRate()
                    + ". A smaller learning rate or standardized features usually help.");
        }
    }
}
