package io.kindling.spark.training;

import io.kindling.engine.TrainedNetwork;
import io.kindling.engine.TrainingState;
import io.kindling.models.NetworkPlan;
import io.kindling.models.Weights;
import io.kindling.spark.checkpoint.Checkpoints;
import io.kindling.spark.checkpoint.LossSum;
import io.kindling.spark.checkpoint.Position;
import java.util.Optional;
import org.apache.spark.api.java.JavaSparkContext;

/** One training by parameter averaging, from the first round, or the checkpoint it goes on from, to the last. */
final class AveragingRun {
    /** Where Spark keeps what its UI says of a job. */
    static final String DESCRIPTION = "spark.job.description";

    private final JavaSparkContext context;
    private final AveragingPlan averagingPlan;
    private final TrainingSetup setup;
    private final TrainingListener listener;
    private final Checkpoints checkpoints;
    private final Optional<Validator> validator;
    private final Rounds rounds;

    AveragingRun(
            JavaSparkContext context, AveragingPlan averagingPlan, TrainingSetup setup, TrainingListener listener) {
        this.context = context;
        this.averagingPlan = averagingPlan;
        this.setup = setup;
        this.listener = listener;
        this.checkpoints = averagingPlan.checkpoints().orElse(Checkpoints.NONE);
        this.validator =
                averagingPlan.validation().map(validation -> new Validator(context, validation, setup, listener));
        this.rounds = new Rounds(context, setup, averagingPlan.optimizerState());
    }

    TrainedNetwork train() {
        Position position = start();
        describe(setup.place(position));
        while (!position.isEnd(setup.length())) {
            position = next(position);
        }
        return new TrainedNetwork(setup.network(), result(position));
    }

    private Position start() {
        NetworkPlan plan = setup.plan();
        TrainingState state = averagingPlan
                .optimizerState()
                .first(
                        averagingPlan
                                .initialWeights()
                                .orElseGet(() ->
                                        plan.initialWeights(setup.training().seed())),
                        setup.training());
        Position first = Position.first(state, averagingPlan.outerOptimizer().initialMemory(plan.trainableCount()));
        Optional<Position> kept =
                checkpoints.resume(() -> setup.identity(averagingPlan), first, setup.length(), listener::noticed);
        kept.ifPresent(position -> listener.resumed(position.rowsSeen()));
        return kept.orElse(first);
    }

    private Position next(Position position) {
        if (Thread.interrupted()) {
            throw interrupted(position, new InterruptedException());
        }
        try {
            return afterRound(position);
        } catch (Throwable failed) {
            if (TrainingInterruptedException.isBehind(failed)) {
                throw interrupted(position, failed);
            }
            throw failed;
        }
    }

    private TrainingInterruptedException interrupted(Position position, Throwable cause) {
        checkpoints.interrupted();
        return TrainingInterruptedException.at(setup.place(position), checkpoints.newest(), cause);
    }

    private Position afterRound(Position position) {
        Reduction.Result result = rounds.run(position);
        float[][] outerMemory = makeNextWeights(position, result.state().weights());
        LossSum loss = position.loss();
        for (Share share : result.shares()) {
            loss = loss.plus(share.lossSum(), share.examples());
        }
        Position next = position.afterRound(result.state(), outerMemory, loss, setup.length());
        RoundProgress progress = setup.progress(position, loss, next.rowsSeen());
        requireFinite(progress, next.state());
        describe(progress.toString());
        Position judged = next.beginsEpoch() ? afterEpoch(next) : next;
        checkpoints.roundFinished(judged, judged.isEnd(setup.length()));
        listener.roundFinished(progress);
        return judged;
    }

    /** Makes the mean the weights of the next round, and returns what the outer optimizer remembers. */
    private float[][] makeNextWeights(Position position, Weights mean) {
        float[][] outerMemory = averagingPlan
                .outerOptimizer()
                .step(
                        position.state().weights().trainable(),
                        mean.trainable(),
                        setup.plan().parameters().starts(),
                        position.outerMemory(),
                        position.rounds(setup.length()));
        setup.plan().constrain(mean.trainable());
        return outerMemory;
    }

    private Position afterEpoch(Position position) {
        return validator.map(some -> some.judged(position)).orElse(position);
    }

    private Weights result(Position end) {
        return validator.flatMap(some -> some.restored(end)).orElse(end.state().weights());
    }

    private void requireFinite(RoundProgress progress, TrainingState state) {
        TrainingDivergedException.reason(progress.loss(), state.weights()).ifPresent(diverged -> {
            double learningRate = setup.training().optimizer().learningRateAt(state.step());
            throw TrainingDivergedException.at(progress, diverged, learningRate, checkpoints.newest());
        });
    }

    private void describe(String progress) {
        context.setLocalProperty(DESCRIPTION, progress);
    }
}
