package io.kindling.dl4j;

import io.kindling.contract.Targets;
import io.kindling.data.Batch;
import io.kindling.data.DenseBlock;
import io.kindling.data.ExampleOrder;
import io.kindling.data.Examples;
import io.kindling.engine.BoundTraining;
import io.kindling.engine.Training;
import io.kindling.losses.Loss;
import io.kindling.models.NetworkPlan;
import io.kindling.models.Sequential;
import io.kindling.models.Weights;
import io.kindling.optimizers.Optimizer;
import io.kindling.optimizers.Sgd;
import io.kindling.random.RandomKey;
import java.util.Arrays;
import java.util.List;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** The same network with the same weights on the same mini-batch in both engines. */
final class BothEngines {
    static final int ROWS = 5;

    /** What one engine made of them; the gradient is that of the mean, penalties included. */
    record Numbers(float[] prediction, float[] loss, float[] gradient, float[] statistics) {}

    private final NetworkPlan plan;
    private final Loss loss;
    private final Weights weights;
    private final float[] x;
    private final float[] targets;
    private final int targetColumns;
    /** Of the examples; null for 1. */
    private float[] exampleWeights;

    /** With normal weights and inputs. */
    BothEngines(Sequential network, Loss loss, Targets targets) {
        this(network, loss, targets, 0);
    }

    /** With normal weights; inputs are whole numbers below a limit, unless that is 0. */
    BothEngines(Sequential network, Loss loss, Targets targets, int wholeNumbersBelow) {
        this.plan = network.plan();
        this.loss = loss;
        this.weights =
                new Weights(gaussian(plan.trainableCount(), 0.5, RandomKey.of(3)), positive(plan.nonTrainableCount()));
        this.x = gaussian(ROWS * plan.input().size(), 1, RandomKey.of(9));
        for (int i = 0; wholeNumbersBelow > 0 && i < x.length; i++) {
            x[i] = i * 7 % wholeNumbersBelow;
        }
        int columns = plan.output().last();
        int places = plan.output().size() / columns;
        this.targets = targets.draw(ROWS * places, columns, RandomKey.of(21));
        this.targetColumns = this.targets.length / ROWS;
    }

    /** Examples that do not count alike, one of them not at all. */
    BothEngines weighted() {
        exampleWeights = new float[] {0.5f, 2, 0, 1, 1.5f};
        return this;
    }

    Numbers kindling() {
        try (BoundTraining network = new BoundTraining(plan, loss, ROWS)) {
            network.network().load(weights);
            float[] prediction = Arrays.copyOf(
                    network.network().predict(x, ROWS), ROWS * plan.output().size());
            double value = network.gradient(batch(), RandomKey.of(1)) / ROWS;
            return new Numbers(
                    prediction,
                    new float[] {(float) value},
                    network.network().trainable().gradient().clone(),
                    network.network().weights().nonTrainable());
        }
    }

    /** DL4J makes one step of plain descent with rate 1, so the change of its weights is the gradient. */
    Numbers dl4j() {
        Dl4jNetwork translated = translated(Sgd.of(1));
        MultiLayerNetwork network = translated.start(weights);
        float[] prediction = network.output(features()).dup('c').data().asFloat();
        network.fit(Dl4jBatch.of(batch(), plan));
        Weights after = translated.weightsFrom(network);
        return new Numbers(
                prediction,
                new float[] {(float) network.score()},
                difference(weights.trainable(), after.trainable()),
                after.nonTrainable());
    }

    /** By how much so many steps change each weight. */
    float[] kindlingChange(Optimizer optimizer, int steps) {
        try (BoundTraining network = new BoundTraining(plan, loss, ROWS)) {
            network.network().load(weights);
            float[][] slots = optimizer.initialSlots(plan.trainableCount());
            for (int step = 0; step < steps; step++) {
                network.gradient(batch(), RandomKey.of(step));
                optimizer.update(network.variables(), slots, step);
                network.network().trainable().changed();
            }
            return difference(network.network().weights().trainable(), weights.trainable());
        }
    }

    /** The same by DL4J. */
    float[] dl4jChange(Optimizer optimizer, int steps) {
        Dl4jNetwork translated = translated(optimizer);
        MultiLayerNetwork network = translated.start(weights);
        for (int step = 0; step < steps; step++) {
            network.fit(Dl4jBatch.of(batch(), plan));
        }
        return difference(translated.weightsFrom(network).trainable(), weights.trainable());
    }

    private Dl4jNetwork translated(Optimizer optimizer) {
        return Dl4jNetwork.of(plan, Training.of(loss).optimizer(optimizer).batchSize(ROWS));
    }

    private Batch batch() {
        Batch batch = new Batch(ROWS, plan.input().size(), targetColumns, targetColumns);
        batch.fill(
                new Examples(List.of(new DenseBlock(plan.input().size(), x, targetColumns, targets, exampleWeights))),
                ExampleOrder.asGiven(),
                0,
                ROWS);
        return batch;
    }

    private INDArray features() {
        return Nd4j.create(x, new long[] {ROWS, plan.input().size()}, 'c');
    }

    private static float[] difference(float[] a, float[] b) {
        float[] difference = new float[a.length];
        for (int i = 0; i < a.length; i++) {
            difference[i] = a[i] - b[i];
        }
        return difference;
    }

    private static float[] gaussian(int count, double deviation, RandomKey key) {
        float[] values = new float[count];
        for (int i = 0; i < count; i++) {
            values[i] = (float) (deviation * key.gaussianAt(i));
        }
        return values;
    }

    private static float[] positive(int count) {
        float[] values = gaussian(count, 0.5, RandomKey.of(4));
        for (int i = 0; i < count; i++) {
            values[i] = 0.5f + Math.abs(values[i]);
        }
        return values;
    }
}
