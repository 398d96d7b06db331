package io.kindling.cluster.bench;

/** An engine that can make training steps of a workload. */
interface Contestant extends AutoCloseable {

    String name();

    /** Makes one step on a mini-batch of the workload and returns its mean loss. */
    double step(int batch);

    @Override
    void close();
}
