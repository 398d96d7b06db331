package io.kindling.spark.training;

import java.util.Locale;

/**
 * Where training is.
 *
 * @param epoch the current pass over the rows, from 1
 * @param epochs how many there will be
 * @param round the round in this epoch that has ended, from 1
 * @param rounds how many each epoch has
 * @param loss the mean loss of the rows seen in this epoch so far
 * @param rows rows seen in all epochs so far
 */
public record RoundProgress(int epoch, int epochs, int round, int rounds, double loss, long rows) {

    /** {@code epoch 3/10, round 12/40, loss 0.124}. */
    @Override
    public String toString() {
        return String.format(Locale.ROOT, "epoch %d/%d, round %d/%d, loss %.4g", epoch, epochs, round, rounds, loss);
    }
}
