package io.kindling.spark.training;

import io.kindling.data.ExampleBlock;
import io.kindling.data.Examples;
import io.kindling.engine.Contribution;
import io.kindling.engine.LocalSteps;
import io.kindling.engine.Round;
import io.kindling.linalg.NativeRuntime;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.apache.spark.TaskContext;
import org.apache.spark.broadcast.Broadcast;

/** One worker's part of a round, as a task runs it. It keeps nothing: run again, it gives the same bits. */
final class RoundTask implements Serializable {
    private static final long serialVersionUID = 1;

    private final TrainingSpec spec;
    private final Broadcast<byte[][]> state;
    private final StateSlices layout;
    private final long step;
    private final int epoch;
    private final int firstBatch;
    private final int batches;

    RoundTask(
            TrainingSpec spec,
            Broadcast<byte[][]> state,
            StateSlices layout,
            long step,
            int epoch,
            int firstBatch,
            int batches) {
        this.spec = spec;
        this.state = state;
        this.layout = layout;
        this.step = step;
        this.epoch = epoch;
        this.firstBatch = firstBatch;
        this.batches = batches;
    }

    /** Trains on this worker's blocks and returns what it brings to the average. */
    WorkerResult run(int worker, Iterator<ExampleBlock> blocks) {
        NativeRuntime.useThreads(TaskContext.get().cpus());
        List<ExampleBlock> own = new ArrayList<>();
        blocks.forEachRemaining(own::add);
        try (LocalSteps steps = new LocalSteps(spec.network().plan(), spec.training())) {
            Contribution contribution = steps.run(
                    layout.unpack(state.value(), step),
                    new Examples(own),
                    new Round(epoch, worker, firstBatch, batches));
            Share share = new Share(
                    worker,
                    contribution.examples(),
                    contribution.lossSum(),
                    contribution.state().step());
            return new WorkerResult(share, contribution.state());
        }
    }
}
