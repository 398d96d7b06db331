package io.kindling.spark.training;

import io.kindling.spark.checkpoint.Position;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.broadcast.Broadcast;

/**
 * Sends the workers where training stands, has them train for one round and averages what they bring.
 */
final class Rounds {
    private final JavaSparkContext context;
    private final TrainingSetup setup;
    private final OptimizerState optimizerState;

    Rounds(JavaSparkContext context, TrainingSetup setup, OptimizerState optimizerState) {
        this.context = context;
        this.setup = setup;
        this.optimizerState = optimizerState;
    }

    /** Makes the round that comes next; the position is only read. */
    Reduction.Result run(Position position) {
        StateSlices layout = StateSlices.of(position.state());
        Broadcast<byte[][]> broadcast = context.broadcast(layout.pack(position.state()));
        try {
            int batches = setup.roundSize().batches();
            int firstBatch = position.round() * batches;
            RoundTask task = new RoundTask(
                    setup.spec(),
                    optimizerState,
                    broadcast,
                    layout,
                    setup.rows(),
                    position.state().step(),
                    position.epoch(),
                    firstBatch,
                    batches);
            WorkerWindows windows =
                    WorkerWindows.of(setup.rows(), setup.training(), position.epoch(), firstBatch, batches);
            return new Reduction(layout, setup.rows().deal().workers()).run(windows, task);
        } finally {
            broadcast.destroy(false);
        }
    }
}
