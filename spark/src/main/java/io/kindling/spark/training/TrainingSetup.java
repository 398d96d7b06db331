package io.kindling.spark.training;

import io.kindling.engine.Training;
import io.kindling.models.Network;
import io.kindling.models.NetworkPlan;
import io.kindling.spark.checkpoint.LossSum;
import io.kindling.spark.checkpoint.Position;
import io.kindling.spark.checkpoint.RunIdentity;
import io.kindling.spark.checkpoint.TrainingLength;
import io.kindling.spark.data.DealtRows;

/**
 * What is trained, how and on which rows: all of a training that stays the same from its first round to its last.
 *
 * @param network what is trained
 * @param plan its shapes and weights
 * @param training how
 * @param spec network and training as they travel
 * @param rows on what
 * @param roundSize how an epoch is cut into rounds
 */
record TrainingSetup(
        Network network, NetworkPlan plan, Training training, TrainingSpec spec, DealtRows rows, RoundSize roundSize) {

    static TrainingSetup of(Network network, Training training, DealtRows rows, AveragingFrequency frequency) {
        RoundSize roundSize = RoundSize.of(rows.deal(), training.batchSize(), frequency);
        return new TrainingSetup(
                network, network.plan(), training, new TrainingSpec(network, training), rows, roundSize);
    }

    TrainingLength length() {
        return new TrainingLength(training.epochs(), roundSize.perEpoch());
    }

    RunIdentity identity(AveragingPlan averagingPlan) {
        return spec.identity(rows, roundSize, averagingPlan);
    }

    /** The round that comes next, in words. */
    String place(Position position) {
        return "epoch " + (position.epoch() + 1) + "/" + training.epochs() + ", round " + (position.round() + 1) + "/"
                + roundSize.perEpoch();
    }

    /**
     * What a listener is told after a round.
     *
     * @param start where training stood before it
     * @param loss of the epoch's rows so far, those of the round included
     */
    RoundProgress progress(Position start, LossSum loss, long rowsSeen) {
        return new RoundProgress(
                start.epoch() + 1, training.epochs(), start.round() + 1, roundSize.perEpoch(), loss.mean(), rowsSeen);
    }
}
