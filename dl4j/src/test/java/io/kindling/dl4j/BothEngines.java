package io.kindling.dl4j;

import io.kindling.contract.Targets;
import io.kindling.data.Batch;
import io.kindling.data.DenseBlock;
import io.kindling.data.ExampleOrder;
import io.kindling.data.Examples;
import io.kindling.engine.BoundTraining;
import io.kindling.engine.Training;
import io.kindling.layers.core.Embedding;
import io.kindling.losses.Loss;
import io.kindling.models.LayerPlan;
import io.kindling.models.Network;
import io.kindling.models.NetworkPlan;
import io.kindling.models.Weights;
import io.kindling.optimizers.Optimizer;
import io.kindling.optimizers.Sgd;
import io.kindling.random.RandomKey;
import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.nd4j.linalg.dataset.MultiDataSet;

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

    /** With normal weights and inputs; those of embeddings are whole numbers. */
    BothEngines(Network network, Loss loss, Targets targets) {
        this.plan = network.plan();
        this.loss = loss;
        this.weights =
                new Weights(gaussian(plan.trainableCount(), 0.5, RandomKey.of(3)), positive(plan.nonTrainableCount()));
        this.x = gaussian(ROWS * plan.features(), 1, RandomKey.of(9));
        plan.layers().stream()
                .filter(layer -> layer.layer() instanceof Embedding)
                .forEach(this::writeWholeNumbers);
        int columns = plan.output().last();
        int places = plan.output().size() / columns;
        this.targets = targets.draw(ROWS * places, columns, RandomKey.of(21));
        this.targetColumns = this.targets.length / ROWS;
    }

    private void writeWholeNumbers(LayerPlan embedding) {
        LayerPlan input = embedding;
        while (!input.isInput()) {
            input = plan.layers().get(input.from().get(0));
        }
        int first = plan.inputs().stream()
                .takeWhile(before(input))
                .mapToInt(earlier -> earlier.output().size())
                .sum();
        for (int row = 0; row < ROWS; row++) {
            for (int i = 0; i < input.output().size(); i++) {
                x[row * plan.features() + first + i] =
                        (row * input.output().size() + i) * 7 % ((Embedding) embedding.layer()).inputDim();
            }
        }
    }

    private static Predicate<LayerPlan> before(LayerPlan input) {
        return earlier -> !earlier.name().equals(input.name());
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
                    network.network().predict(batch()), ROWS * plan.output().size());
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
        ComputationGraph network = translated.start(weights);
        float[] prediction =
                network.outputSingle(miniBatch().getFeatures()).dup('c').data().asFloat();
        network.fit(miniBatch());
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
        ComputationGraph network = translated.start(weights);
        for (int step = 0; step < steps; step++) {
            network.fit(miniBatch());
        }
        return difference(translated.weightsFrom(network).trainable(), weights.trainable());
    }

    private Dl4jNetwork translated(Optimizer optimizer) {
        return Dl4jNetwork.of(plan, Training.of(loss).optimizer(optimizer).batchSize(ROWS));
    }

    private Batch batch() {
        Batch batch = new Batch(ROWS, plan.inputSizes(), targetColumns, targetColumns);
        batch.fill(
                new Examples(List.of(new DenseBlock(plan.features(), x, targetColumns, targets, exampleWeights))),
                ExampleOrder.asGiven(),
                0,
                ROWS);
        return batch;
    }

    private MultiDataSet miniBatch() {
        return Dl4jBatch.of(batch(), plan);
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
