package io.kindling.spark.training;

import java.io.Serializable;

/** What a worker did in a round, next to the numbers it brings: its weight in the average, and for the record. */
final class Share implements Serializable {
    private static final long serialVersionUID = 1;

    private final int worker;
    private final long examples;
    private final double lossSum;
    private final long step;

    Share(int worker, long examples, double lossSum, long step) {
        this.worker = worker;
        this.examples = examples;
        this.lossSum = lossSum;
        this.step = step;
    }

    int worker() {
        return worker;
    }

    /** How many examples it saw. */
    long examples() {
        return examples;
    }

    /** The sum of their losses. */
    double lossSum() {
        return lossSum;
    }

    /** The optimizer's count of steps after the round. */
    long step() {
        return step;
    }
}
