package io.kindling.engine;

import io.kindling.data.Batch;
import io.kindling.data.ExampleOrder;
import io.kindling.data.Examples;
import io.kindling.errors.KindlingException;
import io.kindling.models.NetworkPlan;
import io.kindling.random.RandomKey;
import java.util.Optional;

/**
 * The steps one worker makes between two averagings: a pure function of the state, the data and the round, so that a
 * task run twice gives the same bits twice.
 */
public final class LocalSteps implements AutoCloseable {
    /** Keeps the keys of the order apart from those of the steps. */
    private static final int ORDER = -1;

    private final Training training;
    private final int targetColumns;
    private final NetworkPlan plan;
    private Optional<BoundTraining> bound = Optional.empty();
    /** The most examples the network takes at once. */
    private int room;

    public LocalSteps(NetworkPlan plan, Training training) {
        this.plan = plan;
        this.training = training;
        this.targetColumns = OutputRows.of(plan).targetColumns(training.loss());
    }

    /**
     * Refuses mini-batches that arrays cannot hold.
     *
     * @param rows how many examples a worker has at most
     * @throws KindlingException saying what to change
     */
    public static void requireRoom(NetworkPlan plan, Training training, int rows) {
        MiniBatchRows.require(plan, Math.min(training.batchSize(), rows));
    }

    /** Trains on the mini-batches of a round, starting from a state, which is left as it is. */
    public Contribution run(TrainingState start, Examples examples, Round round) {
        if (examples.rows() == 0) {
            return new Contribution(start, 0, 0);
        }
        BoundTraining bound = bound(Math.min(training.batchSize(), examples.rows()));
        BoundNetwork network = bound.network();
        Batch batch = new Batch(room, plan.inputSizes(), examples.labels(), targetColumns);
        RandomKey key = RandomKey.of(training.seed()).with(round.epoch()).with(round.worker());
        ExampleOrder order = order(training, round.epoch(), round.worker(), examples.rows(), examples.windowRows());
        float[][] slots = copy(start.slots());
        network.load(start.weights());
        long seen = 0;
        double lossSum = 0;
        int step = 0;
        for (int i = round.firstBatch(); i - round.firstBatch() < round.batches(); i++) {
            long from = (long) i * training.batchSize();
            int count = (int) Math.min(training.batchSize(), examples.rows() - from);
            if (count <= 0) {
                break;
            }
            batch.fill(examples, order, (int) from, count);
            lossSum += bound.gradient(batch, key.with(i));
            bound.variables().step(training.optimizer(), slots, start.step() + step);
            plan.constrain(network.trainable().values());
            network.trainable().changed();
            seen += count;
            step++;
        }
        return new Contribution(new TrainingState(network.weights(), slots, start.step() + step), seen, lossSum);
    }

    /** A network with room for the mini-batches at hand: there may be fewer examples than a mini-batch asks for. */
    private BoundTraining bound(int rows) {
        if (bound.isEmpty() || rows > room) {
            close();
            room = rows;
            bound = Optional.of(new BoundTraining(plan, training.loss(), training.weightRules(), rows));
        }
        return bound.orElseThrow();
    }

    /**
     * The order in which a worker sees its examples in an epoch.
     *
     * @param rows how many it has
     * @param windowRows how many there are in each window but the last
     */
    public static ExampleOrder order(Training training, int epoch, int worker, int rows, int windowRows) {
        RandomKey key = RandomKey.of(training.seed()).with(epoch).with(worker).with(ORDER);
        return training.shuffle()
                ? ExampleOrder.shuffled(key, rows, windowRows)
                : ExampleOrder.asGiven(rows, windowRows);
    }

    private static float[][] copy(float[][] slots) {
        float[][] copies = new float[slots.length][];
        for (int i = 0; i < slots.length; i++) {
            copies[i] = slots[i].clone();
        }
        return copies;
    }

    @Override
    public void close() {
        bound.ifPresent(BoundTraining::close);
        bound = Optional.empty();
    }
}
