package io.kindling.spark.training;

import io.kindling.spark.data.Deal;

/**
 * How an epoch is cut into rounds.
 *
 * @param batches mini-batches of each worker in a round, but maybe fewer in the last of an epoch
 * @param perEpoch as many rounds as the worker with the most rows needs
 * @param inEpoch mini-batches of that worker in an epoch
 */
public record RoundSize(int batches, int perEpoch, int inEpoch) {

    /** For rows dealt out to workers. */
    public static RoundSize of(Deal deal, int batchSize, AveragingFrequency frequency) {
        int inEpoch = divideUp(deal.rowsOf(0), batchSize);
        int batches = Math.min(frequency.batches(deal.workers(), inEpoch), inEpoch);
        return new RoundSize(batches, divideUp(inEpoch, batches), inEpoch);
    }

    /** The quotient, rounded up. */
    static int divideUp(int amount, int by) {
        return (int) (((long) amount + by - 1) / by);
    }
}
