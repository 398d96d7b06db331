package io.kindling.spark.checkpoint;

import io.kindling.engine.TrainingState;
import io.kindling.models.Weights;
import java.util.Arrays;
import java.util.Comparator;

/**
 * Where a training stands between two rounds.
 *
 * @param epoch of the next round, from 0
 * @param round the next round of that epoch, from 0
 * @param lossSum the loss of the epoch's rows so far
 * @param examples how many of the epoch's rows were seen so far
 * @param rowsSeen how many rows were seen in all
 * @param state the network's numbers and the optimizer's memory
 * @param outerMemory the outer optimizer's; empty if it has none
 * @param stopped whether training was stopped early, so that this is its end
 * @param best the best epoch so far, or null if none is remembered
 */
public record Checkpoint(
        int epoch,
        int round,
        double lossSum,
        long examples,
        long rowsSeen,
        TrainingState state,
        float[][] outerMemory,
        boolean stopped,
        BestEpoch best) {

    /** Whether another one has as many numbers of each kind, as all of one training have. */
    boolean isLike(Checkpoint other) {
        return isLike(state.weights(), other.state.weights())
                && isLike(state.slots(), other.state.slots())
                && isLike(outerMemory, other.outerMemory)
                && (best == null || isLike(best.weights(), other.state.weights()));
    }

    private static boolean isLike(Weights one, Weights other) {
        return one.trainable().length == other.trainable().length
                && one.nonTrainable().length == other.nonTrainable().length;
    }

    private static boolean isLike(float[][] one, float[][] other) {
        return Arrays.equals(one, other, Comparator.comparingInt(vector -> vector.length));
    }

    /**
     * The epoch with the best validation.
     *
     * @param epoch which, from 0
     * @param value what was monitored
     * @param weights the network's numbers after it
     */
    public record BestEpoch(int epoch, double value, Weights weights) {}
}
