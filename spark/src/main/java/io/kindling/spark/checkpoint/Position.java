package io.kindling.spark.checkpoint;

import io.kindling.engine.TrainingState;
import io.kindling.models.Weights;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Optional;

/**
 * Where a training stands between two rounds: all that changes while it goes on, and what a checkpoint holds. Arrays are
 * not copied: a position, once made, is only read.
 *
 * @param epoch of the next round, from 0
 * @param round the next round of that epoch, from 0
 * @param loss of the epoch's rows so far
 * @param rowsSeen how many rows were seen in all
 * @param state the network's numbers and the optimizer's memory
 * @param outerMemory the outer optimizer's; empty if it has none
 * @param best the best epoch so far, if any was measured
 * @param stopped whether training was stopped early, so that this is its end
 */
public record Position(
        int epoch,
        int round,
        LossSum loss,
        long rowsSeen,
        TrainingState state,
        float[][] outerMemory,
        Optional<BestEpoch> best,
        boolean stopped) {

    /**
     * The epoch with the best validation.
     *
     * @param epoch which, from 0
     * @param value what was monitored
     * @param weights the network's numbers after it
     */
    public record BestEpoch(int epoch, double value, Weights weights) {}

    /** Before the first round. */
    public static Position first(TrainingState state, float[][] outerMemory) {
        return new Position(0, 0, LossSum.NONE, 0, state, outerMemory, Optional.empty(), false);
    }

    /**
     * After one more round.
     *
     * @param loss of the epoch's rows so far, those of the round included
     */
    public Position afterRound(TrainingState state, float[][] outerMemory, LossSum loss, TrainingLength length) {
        boolean epochEnds = round + 1 == length.roundsPerEpoch();
        return new Position(
                epochEnds ? epoch + 1 : epoch,
                epochEnds ? 0 : round + 1,
                epochEnds ? LossSum.NONE : loss,
                rowsSeen + loss.examples() - this.loss.examples(),
                state,
                outerMemory,
                best,
                stopped);
    }

    /** With what the validation of the last epoch has led to. */
    public Position judged(BestEpoch best, boolean stopped) {
        return new Position(epoch, round, loss, rowsSeen, state, outerMemory, Optional.of(best), stopped);
    }

    /** Whether the next round is the first of an epoch. */
    public boolean beginsEpoch() {
        return round == 0;
    }

    /** Whether training ends here. */
    public boolean isEnd(TrainingLength length) {
        return stopped || epoch == length.epochs();
    }

    /** Whether no training of this length comes here. */
    boolean isBeyond(TrainingLength length) {
        return epoch > length.epochs() || epoch == length.epochs() && round > 0;
    }

    /** How many rounds were made. */
    public long rounds(TrainingLength length) {
        return (long) epoch * length.roundsPerEpoch() + round;
    }

    /** Whether another one has as many numbers of each kind, as all of one training have. */
    boolean isLike(Position other) {
        return isLike(state.weights(), other.state.weights())
                && isLike(state.slots(), other.state.slots())
                && isLike(outerMemory, other.outerMemory);
    }

    private static boolean isLike(Weights one, Weights other) {
        return one.trainable().length == other.trainable().length
                && one.nonTrainable().length == other.nonTrainable().length;
    }

    private static boolean isLike(float[][] one, float[][] other) {
        return Arrays.equals(one, other, Comparator.comparingInt(vector -> vector.length));
    }
}
