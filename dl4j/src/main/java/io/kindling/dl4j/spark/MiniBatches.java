package io.kindling.dl4j.spark;

import io.kindling.data.Batch;
import io.kindling.data.ExampleOrder;
import io.kindling.data.Examples;
import io.kindling.data.WindowSource;
import io.kindling.dl4j.Dl4jBatch;
import io.kindling.engine.LocalSteps;
import io.kindling.engine.Training;
import io.kindling.linalg.NativeRuntime;
import io.kindling.losses.Loss;
import io.kindling.models.NetworkPlan;
import io.kindling.random.RandomKey;
import io.kindling.spark.data.Deal;
import io.kindling.spark.data.DealtRows;
import io.kindling.spark.training.TrainingSpec;
import java.util.Iterator;
import java.util.stream.IntStream;
import org.apache.spark.TaskContext;
import org.apache.spark.api.java.function.Function2;
import org.nd4j.linalg.dataset.api.MultiDataSet;
import org.nd4j.linalg.factory.Nd4j;

/** The mini-batches of a worker in one round as DL4J takes them, each made when it is asked for. */
final class MiniBatches implements Function2<Integer, Iterator<WindowSource>, Iterator<MultiDataSet>> {
    private static final long serialVersionUID = 1;

    private final TrainingSpec spec;
    private final Deal deal;
    private final int labels;
    private final int epoch;
    private final int firstBatch;
    private final int batches;

    MiniBatches(TrainingSpec spec, DealtRows rows, int epoch, int firstBatch, int batches) {
        this.spec = spec;
        this.deal = rows.deal();
        this.labels = rows.labels();
        this.epoch = epoch;
        this.firstBatch = firstBatch;
        this.batches = batches;
    }

    @Override
    public Iterator<MultiDataSet> call(Integer worker, Iterator<WindowSource> windows) {
        NativeRuntime.useThreads(TaskContext.get().cpus());
        NetworkPlan plan = spec.network().plan();
        Training training = spec.training();
        int size = training.batchSize();
        int own = deal.rowsOf(worker);
        Examples examples = new Examples(own, labels, deal.windowRows(), windows.next());
        ExampleOrder order = LocalSteps.order(training, epoch, worker, own, deal.windowRows());
        Batch batch = new Batch(Math.min(size, own), plan.inputSizes(), labels, targetColumns(plan, training.loss()));
        RandomKey key = RandomKey.of(training.seed()).with(epoch).with(worker);
        return IntStream.range(firstBatch, firstBatch + batches)
                .takeWhile(i -> (long) i * size < own)
                .<MultiDataSet>mapToObj(i -> {
                    // DL4J draws the random numbers of dropout from here, right after it has asked for a mini-batch.
                    Nd4j.getRandom().setSeed(key.with(i).longAt(0));
                    batch.fill(examples, order, i * size, Math.min(size, own - i * size));
                    return Dl4jBatch.of(batch, plan);
                })
                .iterator();
    }

    /** For each row of an example's output as many as the loss wants. */
    private static int targetColumns(NetworkPlan plan, Loss loss) {
        int columns = plan.output().last();
        return plan.output().size() / columns * loss.targetColumns(columns);
    }
}
