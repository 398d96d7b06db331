package io.kindling.benchmarks.steps;

import io.kindling.data.Batch;
import io.kindling.data.DenseBlock;
import io.kindling.data.ExampleBlock;
import io.kindling.data.ExampleOrder;
import io.kindling.data.Examples;
import io.kindling.engine.BoundTraining;
import io.kindling.losses.Loss;
import io.kindling.optimizers.Adam;
import io.kindling.optimizers.Optimizer;
import io.kindling.random.RandomKey;
import java.util.ArrayList;
import java.util.List;

/** This project's engine: gathering the mini-batch, gradient and update. */
final class KindlingContestant extends JvmContestant {
    private final int batchSize;
    private final Optimizer optimizer = Adam.of();
    private final BoundTraining bound;
    private final float[][] slots;
    private final Batch batch;
    private final Examples examples;
    private long steps;

    KindlingContestant(Workload workload) {
        super(workload);
        batchSize = workload.batchSize();
        Loss loss = Loss.of("categorical_crossentropy");
        bound = new BoundTraining(workload.network().plan(), loss, batchSize);
        bound.network().load(workload.initialWeights());
        slots = optimizer.initialSlots(bound.network().trainable().values().length);
        batch = new Batch(batchSize, workload.inputs(), 1, workload.classes());
        List<ExampleBlock> blocks = new ArrayList<>();
        for (int i = 0; i < workload.batches(); i++) {
            blocks.add(new DenseBlock(workload.inputs(), workload.features(i), 1, workload.labels(i), null).compact());
        }
        examples = new Examples(blocks);
    }

    @Override
    public String name() {
        return "kindling";
    }

    @Override
    double step(int index) {
        batch.fill(examples, ExampleOrder.asGiven(), index * batchSize, batchSize);
        double loss = bound.gradient(batch, RandomKey.of(steps));
        optimizer.update(bound.variables(), slots, steps);
        bound.network().trainable().changed();
        steps++;
        return loss / batchSize;
    }

    @Override
    public void close() {
        bound.close();
    }
}
