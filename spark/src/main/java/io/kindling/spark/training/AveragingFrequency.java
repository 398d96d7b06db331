package io.kindling.spark.training;

import io.kindling.errors.KindlingException;
import java.util.Locale;
import java.util.Objects;

/** After how many mini-batches of every worker the copies are averaged: a number of them, an epoch, or as is usual. */
public sealed interface AveragingFrequency {

    /**
     * The number of mini-batches between two averagings.
     *
     * @param workers how many train
     * @param batchesPerEpoch mini-batches in an epoch of the worker that has most
     */
    int batches(int workers, int batchesPerEpoch);

    /** After a number of mini-batches. */
    record Every(int batches) implements AveragingFrequency {

        public Every {
            if (batches < 1) {
                throw new KindlingException("averagingFrequency must be at least 1. Received: " + batches + ".");
            }
        }

        @Override
        public int batches(int workers, int batchesPerEpoch) {
            return batches;
        }

        @Override
        public String toString() {
            return Integer.toString(batches);
        }
    }

    /** At the end of every epoch. */
    record Epoch() implements AveragingFrequency {

        @Override
        public int batches(int workers, int batchesPerEpoch) {
            return batchesPerEpoch;
        }

        @Override
        public String toString() {
            return "epoch";
        }
    }

    /**
     * As often as the number of workers needs: after 1280 / workers^1.5 mini-batches, at least 10, or nearly so many that
     * all rounds of an epoch are alike.
     *
     * <p>Cut off after exactly so many, an epoch that is a little longer would end with a round of a few mini-batches, which
     * takes as long as any other to start and to average.
     *
     * <p>The more workers there are, the more a mean taken rarely loses; measurements are in {@code docs/averaging.md}.
     * Khaled, Mishchenko and Richtárik, "Tighter theory for local SGD on identical and heterogeneous data",
     * arXiv:1909.04746, allow the same power for rows dealt out at random.
     */
    record Auto() implements AveragingFrequency {
        private static final double BATCHES_OF_ONE = 1280;
        private static final double POWER = 1.5;
        private static final int LEAST = 10;

        @Override
        public int batches(int workers, int batchesPerEpoch) {
            double wanted = Math.max(LEAST, BATCHES_OF_ONE / Math.pow(workers, POWER));
            int rounds = Math.max(1, (int) Math.round(batchesPerEpoch / wanted));
            return RoundSize.divideUp(batchesPerEpoch, rounds);
        }

        @Override
        public String toString() {
            return "auto";
        }
    }

    /**
     * The frequency a text names: {@code "epoch"}, {@code "auto"} or a number of mini-batches, such as {@code "20"}.
     *
     * @throws KindlingException if it is none of them
     */
    static AveragingFrequency of(String text) {
        Objects.requireNonNull(text, "averagingFrequency must be a number of mini-batches, epoch or auto.");
        return switch (text.strip().toLowerCase(Locale.ROOT)) {
            case "epoch" -> new Epoch();
            case "auto" -> new Auto();
            default -> every(text);
        };
    }

    private static Every every(String text) {
        try {
            return new Every(Integer.parseInt(text.strip()));
        } catch (NumberFormatException noNumber) {
            throw new KindlingException(
                    "averagingFrequency must be a number of mini-batches, epoch or auto. Received: " + text + ".",
                    noNumber);
        }
    }
}
