package io.kindling.spark.training;

import io.kindling.data.Examples;
import io.kindling.data.WindowSource;
import io.kindling.engine.Contribution;
import io.kindling.engine.LocalSteps;
import io.kindling.engine.Round;
import io.kindling.linalg.NativeRuntime;
import io.kindling.spark.data.Deal;
import io.kindling.spark.data.DealtRows;
import java.io.Serializable;
import org.apache.spark.TaskContext;
import org.apache.spark.broadcast.Broadcast;

/** One worker's part of a round, as a task runs it. It keeps nothing: run again, it gives the same bits. */
final class RoundTask implements Serializable {
    private static final long serialVersionUID = 1;

    private final TrainingSpec spec;
    private final OptimizerState optimizerState;
    private final Broadcast<byte[][]> state;
    private final StateSlices layout;
    private final Deal deal;
    private final int labels;
    private final long step;
    private final int epoch;
    private final int firstBatch;
    private final int batches;

    RoundTask(
            TrainingSpec spec,
            OptimizerState optimizerState,
            Broadcast<byte[][]> state,
            StateSlices layout,
            DealtRows rows,
            long step,
            int epoch,
            int firstBatch,
            int batches) {
        this.spec = spec;
        this.optimizerState = optimizerState;
        this.state = state;
        this.layout = layout;
        this.deal = rows.deal();
        this.labels = rows.labels();
        this.step = step;
        this.epoch = epoch;
        this.firstBatch = firstBatch;
        this.batches = batches;
    }

    /** Trains on this worker's rows and returns what it brings to the average. */
    WorkerResult run(int worker, WindowSource windows) {
        NativeRuntime.useThreads(TaskContext.get().cpus());
        OptimizerState.Start start = optimizerState.startOf(layout.unpack(state.value(), step), spec.training());
        try (LocalSteps steps = new LocalSteps(spec.network().plan(), start.training())) {
            Contribution contribution = steps.run(
                    start.state(),
                    new Examples(deal.rowsOf(worker), labels, deal.windowRows(), windows),
                    new Round(epoch, worker, firstBatch, batches));
            long made = contribution.state().step() - start.state().step();
            Share share = new Share(worker, contribution.examples(), contribution.lossSum(), step + made);
            return new WorkerResult(share, contribution.state());
        }
    }
}
