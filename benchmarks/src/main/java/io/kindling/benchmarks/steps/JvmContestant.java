package io.kindling.benchmarks.steps;

import io.kindling.linalg.NativeRuntime;

/** An engine that runs in this process. */
abstract class JvmContestant implements Contestant {
    private final int batches;

    JvmContestant(Workload workload) {
        this.batches = workload.batches();
    }

    /** Makes one step on a mini-batch of the workload and returns its mean loss. */
    abstract double step(int batch);

    @Override
    public final Turn run(int steps) {
        // Deeplearning4j takes all of the machine's processors when it starts.
        NativeRuntime.useThreads(1);
        double loss = 0;
        long start = System.nanoTime();
        for (int step = 0; step < steps; step++) {
            loss = step(step % batches);
        }
        return new Turn(System.nanoTime() - start, loss);
    }
}
