package io.kindling.benchmarks.steps;

/** An engine that can make training steps of a workload. */
interface Contestant extends AutoCloseable {

    String name();

    /** Makes steps on the workload's mini-batches, one after the other. */
    Turn run(int steps);

    /**
     * Some steps.
     *
     * @param nanos how long they took
     * @param loss the mean loss of the last one
     */
    record Turn(long nanos, double loss) {}

    @Override
    void close();
}
