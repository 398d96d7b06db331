package io.kindling.spark.training;

import io.kindling.engine.Evaluation;
import io.kindling.engine.TrainedNetwork;
import io.kindling.engine.Training;
import io.kindling.engine.TrainingState;
import io.kindling.models.NetworkPlan;
import io.kindling.models.Sequential;
import io.kindling.spark.checkpoint.Checkpoint;
import io.kindling.spark.checkpoint.Checkpoints;
import io.kindling.spark.checkpoint.RunIdentity;
import io.kindling.spark.data.DealtRows;
import java.util.List;
import java.util.Optional;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.broadcast.Broadcast;

/** One training by parameter averaging, from the first round, or the checkpoint it goes on from, to the last. */
final class AveragingRun {
    /** Where Spark keeps what its UI says of a job. */
    static final String DESCRIPTION = "spark.job.description";

    private final JavaSparkContext context;
    private final AveragingPlan averagingPlan;
    private final Sequential network;
    private final NetworkPlan plan;
    private final Training training;
    private final DealtRows rows;
    private final RoundSize roundSize;
    private final int rounds;
    private final TrainingListener listener;
    private final TrainingSpec spec;
    private final StateSlices layout;
    private final Averaging averaging;
    private final OuterOptimizer outer;
    private final Validation validation;
    private final Checkpoints checkpoints;
    /** The outer optimizer's. */
    private float[][] memory;

    private TrainingState state;
    /** Null if no epoch was judged yet. */
    private Checkpoint.BestEpoch best;

    /** Whether validation has ended the training. */
    private boolean stopped;

    /** Where training stood after the last whole round of this process. */
    private Optional<Checkpoint> lastWhole = Optional.empty();

    private int epoch;
    private int round;
    private double lossSum;
    private long examples;
    private long rowsSeen;

    AveragingRun(
            JavaSparkContext context,
            AveragingPlan averagingPlan,
            Sequential network,
            Training training,
            DealtRows rows,
            RoundSize roundSize,
            TrainingListener listener) {
        this.context = context;
        this.averagingPlan = averagingPlan;
        this.outer = averagingPlan.outerOptimizer();
        this.validation = averagingPlan.validation();
        this.checkpoints = averagingPlan.checkpoints();
        this.network = network;
        this.training = training;
        this.rows = rows;
        this.roundSize = roundSize;
        this.rounds = roundSize.perEpoch();
        this.listener = listener;
        this.spec = new TrainingSpec(network, training);
        this.plan = network.plan();
        this.state = averagingPlan.optimizerState().first(plan.initialWeights(training.seed()), training);
        this.layout = StateSlices.of(state);
        this.memory = outer.initialMemory(plan.trainableCount());
        this.averaging = new Averaging(layout, rows.deal().workers());
    }

    TrainedNetwork train() {
        resume();
        describe(place());
        try {
            for (; epoch < training.epochs() && !stopped; epoch++) {
                runEpoch();
                round = 0;
                lossSum = 0;
                examples = 0;
            }
        } catch (TrainingInterruptedException said) {
            throw said;
        } catch (Throwable failed) {
            if (TrainingInterruptedException.isBehind(failed)) {
                throw interrupted(failed);
            }
            throw failed;
        }
        boolean restores = best != null && validation.restoreBestWeights();
        return new TrainedNetwork(network, restores ? best.weights() : state.weights());
    }

    private String place() {
        return "epoch " + (epoch + 1) + "/" + training.epochs() + ", round " + (round + 1) + "/" + rounds;
    }

    private void resume() {
        if (checkpoints == Checkpoints.NONE) {
            return;
        }
        RunIdentity identity = spec.identity(rows, roundSize, averagingPlan);
        Checkpoint start = new Checkpoint(0, 0, 0, 0, 0, state, memory, false, null);
        checkpoints
                .resume(identity, start, training.epochs(), listener::noticed)
                .ifPresent(checkpoint -> {
                    state = checkpoint.state();
                    memory = checkpoint.outerMemory();
                    best = checkpoint.best();
                    stopped = checkpoint.stopped();
                    epoch = checkpoint.epoch();
                    round = checkpoint.round();
                    lossSum = checkpoint.lossSum();
                    examples = checkpoint.examples();
                    rowsSeen = checkpoint.rowsSeen();
                    listener.resumed(rowsSeen);
                });
    }

    private TrainingInterruptedException interrupted(Throwable cause) {
        lastWhole.ifPresent(checkpoints::interrupted);
        return TrainingInterruptedException.at(place(), checkpoints.newest(), cause);
    }

    private void runEpoch() {
        for (; round < rounds; round++) {
            if (Thread.interrupted()) {
                throw interrupted(new InterruptedException());
            }
            for (Share share : runRound()) {
                lossSum += share.lossSum();
                examples += share.examples();
                rowsSeen += share.examples();
            }
            RoundProgress progress =
                    new RoundProgress(epoch + 1, training.epochs(), round + 1, rounds, lossSum / examples, rowsSeen);
            requireFinite(progress);
            describe(progress.toString());
            if (round + 1 == rounds && validation != null) {
                validate();
            }
            keep();
            listener.roundFinished(progress);
        }
    }

    private void validate() {
        listener.validationStarts(epoch + 1);
        Evaluation evaluation =
                validation.evaluate(context, new TrainedNetwork(network, state.weights()), training.loss());
        double value = validation.monitor().valueOf(evaluation);
        if (best == null || validation.monitor().improves(value, best.value(), validation.minDelta())) {
            best = new Checkpoint.BestEpoch(epoch, value, state.weights());
        }
        stopped = validation.patience() > 0 && epoch - best.epoch() >= validation.patience();
        listener.epochValidated(epoch + 1, evaluation);
        if (stopped) {
            listener.noticed("Training stops after epoch " + (epoch + 1) + ": "
                    + validation.monitor().name() + " was best in epoch " + (best.epoch() + 1) + ", with "
                    + best.value() + ".");
        }
    }

    /** The place of the next round. */
    private void keep() {
        if (checkpoints == Checkpoints.NONE) {
            return;
        }
        boolean epochEnds = round + 1 == rounds;
        boolean last = stopped || epochEnds && epoch + 1 == training.epochs();
        Checkpoint next = epochEnds
                ? new Checkpoint(epoch + 1, 0, 0, 0, rowsSeen, state, memory, stopped, best)
                : new Checkpoint(epoch, round + 1, lossSum, examples, rowsSeen, state, memory, stopped, best);
        lastWhole = Optional.of(next);
        checkpoints.roundFinished(next, last);
    }

    private List<Share> runRound() {
        Broadcast<byte[][]> broadcast = context.broadcast(layout.pack(state));
        try {
            int firstBatch = round * roundSize.batches();
            WorkerWindows windows = WorkerWindows.of(rows, training, epoch, firstBatch, roundSize.batches());
            RoundTask task = new RoundTask(
                    spec,
                    averagingPlan.optimizerState(),
                    broadcast,
                    layout,
                    rows,
                    state.step(),
                    epoch,
                    firstBatch,
                    roundSize.batches());
            Averaging.Result result = averaging.run(windows, task);
            float[] before = state.weights().trainable();
            state = result.state();
            memory = outer.step(
                    before,
                    state.weights().trainable(),
                    plan.parameters().starts(),
                    memory,
                    (long) epoch * rounds + round);
            plan.constrain(state.weights().trainable());
            return result.shares();
        } finally {
            broadcast.destroy(false);
        }
    }

    private void requireFinite(RoundProgress progress) {
        String diverged = TrainingDivergedException.reason(progress.loss(), state.weights());
        if (diverged != null) {
            throw TrainingDivergedException.at(
                    progress, diverged, training.optimizer().learningRateAt(state.step()), checkpoints.newest());
        }
    }

    private void describe(String progress) {
        context.setLocalProperty(DESCRIPTION, progress);
    }
}
