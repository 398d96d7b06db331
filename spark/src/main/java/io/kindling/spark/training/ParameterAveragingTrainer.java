package io.kindling.spark.training;

import io.kindling.engine.LocalSteps;
import io.kindling.engine.TrainedNetwork;
import io.kindling.engine.Training;
import io.kindling.models.Network;
import io.kindling.spark.checkpoint.Checkpoints;
import io.kindling.spark.data.DealtRows;
import io.kindling.spark.data.TrainingData;
import java.util.UUID;
import org.apache.spark.api.java.JavaSparkContext;

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
    private final JavaSparkContext context;
    private final AveragingPlan averagingPlan;

    public ParameterAveragingTrainer(JavaSparkContext context, AveragingPlan averagingPlan) {
        this.context = context;
        this.averagingPlan = averagingPlan;
    }

    /**
     * Trains a network.
     *
     * @throws TrainingInterruptedException if the thread is interrupted, which is marked as such no longer; what was trained
     *     is in a checkpoint then, if there are any
     */
    @Override
    public TrainedNetwork train(Network network, Training training, TrainingData data, TrainingListener listener) {
        int workers = WorkerCount.of(averagingPlan.workers(), data.rows(), listener);
        DealtRows rows = data.dealTo(workers);
        TrainingSetup setup = TrainingSetup.of(network, training, rows, averagingPlan.averagingFrequency());
        LocalSteps.requireRoom(setup.plan(), training, rows.deal().rowsOf(0));
        listener.started(new TrainingStart(
                data.rows(),
                workers,
                setup.plan().trainableCount(),
                training.epochs(),
                setup.roundSize().perEpoch()));
        String outerDescription = context.getLocalProperty(AveragingRun.DESCRIPTION);
        String tag = "kindling-" + UUID.randomUUID();
        context.sc().addJobTag(tag);
        try {
            return new AveragingRun(context, averagingPlan, setup, listener).train();
        } catch (TrainingInterruptedException stopped) {
            // The job that the interrupted thread was waiting for goes on by itself.
            context.sc().cancelJobsWithTag(tag);
            throw stopped;
        } finally {
            averagingPlan.checkpoints().ifPresent(Checkpoints::close);
            context.sc().removeJobTag(tag);
            context.setLocalProperty(AveragingRun.DESCRIPTION, outerDescription);
        }
    }
}
