package io.kindling.benchmarks.training;

/** An engine that can train on all rows. */
interface TrainingContestant {

    String name();

    /** The test accuracy it should reach. */
    double target();

    /** Trains from new weights, drawn from the seed. */
    TrainingRun run(long seed);
}
