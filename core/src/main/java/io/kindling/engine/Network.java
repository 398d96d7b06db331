package io.kindling.engine;

import io.kindling.activations.Activation;
import io.kindling.activations.Linear;
import io.kindling.data.Batch;
import io.kindling.data.FeatureRows;
import io.kindling.layers.BoundLayer;
import io.kindling.layers.ForwardPass;
import io.kindling.layers.Layer;
import io.kindling.layers.LayerBinding;
import io.kindling.layers.StepMask;
import io.kindling.layers.WeightSlice;
import io.kindling.layers.WeightVector;
import io.kindling.losses.Loss;
import io.kindling.models.LayerPlan;
import io.kindling.models.NetworkPlan;
import io.kindling.models.ParameterLayout.Parameter;
import io.kindling.models.Weights;
import io.kindling.optimizers.Variables;
import io.kindling.random.RandomKey;
import io.kindling.regularizers.Regularizer;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * A network with its weights and buffers, ready to run on one thread.
 *
 * <p>The activation of the last layer is kept apart, so that a loss that knows it can start from the numbers before
 * it. {@link #close()} frees the native memory.
 */
public final class Network implements AutoCloseable {
    private final List<BoundLayer> layers = new ArrayList<>();
    private final List<WeightSlice> penalized = new ArrayList<>();
    private final List<PenalizedOutput> penalizedOutputs = new ArrayList<>();
    private final WeightVector trainable;
    private final WeightVector nonTrainable;
    private final Variables variables;
    private final int batchSize;
    private final OutputRows outputs;
    private final Activation outputActivation;
    private final float[] output;
    private final float[] outputGradient;
    private final Loss loss;
    private final boolean fused;
    private final boolean[] supportsMasking;
    /** The first layer that does not only hand on its input, or else the last. */
    private final int firstWorking;

    private float[] beforeActivation;
    private StepMask mask;

    /** A network that can be trained with a loss on mini-batches of at most so many examples. */
    public static Network forTraining(NetworkPlan plan, Loss loss, int batchSize) {
        return new Network(plan, loss, batchSize);
    }

    /** A network that only predicts, at most so many examples at once. */
    public static Network forInference(NetworkPlan plan, int batchSize) {
        return new Network(plan, null, batchSize);
    }

    private Network(NetworkPlan plan, Loss requestedLoss, int batchSize) {
        MiniBatchRows.require(plan, batchSize);
        boolean training = requestedLoss != null;
        this.batchSize = batchSize;
        this.trainable = new WeightVector(plan.trainableCount(), training);
        this.nonTrainable = new WeightVector(plan.nonTrainableCount(), false);
        this.outputActivation = separable(plan.last().layer());
        this.outputs = OutputRows.of(plan);
        this.supportsMasking = new boolean[plan.layers().size()];
        for (int i = 0; i < supportsMasking.length; i++) {
            supportsMasking[i] = plan.layers().get(i).layer().supportsMasking();
        }
        int values = Math.multiplyExact(batchSize, plan.output().size());
        this.output = outputActivation.isIdentity() ? null : new float[values];
        this.outputGradient = training ? new float[values] : null;
        if (training) {
            requestedLoss.requireOutputs(outputs.columns());
            this.fused = requestedLoss.overLogits(outputActivation).isPresent();
            this.loss = requestedLoss.overLogits(outputActivation).orElse(requestedLoss);
        } else {
            this.fused = false;
            this.loss = null;
        }
        bind(plan, training);
        this.firstWorking = (int) layers.stream()
                .limit(layers.size() - 1L)
                .takeWhile(BoundLayer::isPassThrough)
                .count();
        this.variables = training ? new Variables(trainable.values(), trainable.gradient(), starts(plan)) : null;
    }

    /** Where each trainable weight starts, and where the last ends. */
    private static int[] starts(NetworkPlan plan) {
        return IntStream.concat(
                        plan.parameters().trainable().stream().mapToInt(Parameter::offset),
                        IntStream.of(plan.trainableCount()))
                .toArray();
    }

    /**
     * The activation a layer ends with, unless it changes the number of columns, or there is a penalty on what it
     * gives: then it stays in the layer.
     */
    private static Activation separable(Layer layer) {
        Activation activation = layer.outputActivation();
        boolean separable = activation.outputColumns(2) == 2 && layer.activityRegularizer() == null;
        return separable ? activation : new Linear();
    }

    private void bind(NetworkPlan plan, boolean training) {
        boolean anyTrainable = false;
        for (LayerPlan layer : plan.layers()) {
            // Below the first weight nobody needs a gradient.
            boolean inputGradient = training && anyTrainable;
            List<WeightSlice> slices = plan.parameters().of(layer).stream()
                    .map(weight -> new WeightSlice(
                            weight.spec(), weight.spec().trainable() ? trainable : nonTrainable, weight.offset()))
                    .toList();
            anyTrainable |= slices.stream().anyMatch(slice -> slice.spec().trainable());
            boolean apart = layer == plan.last() && !outputActivation.isIdentity();
            Layer running = apart ? layer.layer().withoutOutputActivation() : layer.layer();
            add(layer, running.bind(new LayerBinding(layer.input(), batchSize, slices, training, inputGradient)));
            slices.stream()
                    .filter(slice -> slice.spec().trainable() && slice.spec().regularizer() != null)
                    .forEach(penalized::add);
        }
    }

    private void add(LayerPlan plan, BoundLayer running) {
        Regularizer regularizer = plan.layer().activityRegularizer();
        if (regularizer == null || outputGradient == null) {
            layers.add(running);
            return;
        }
        PenalizedOutput output =
                new PenalizedOutput(running, regularizer, plan.output().size(), batchSize);
        penalizedOutputs.add(output);
        layers.add(output);
    }

    /** Copies weights in. */
    public void load(Weights weights) {
        copy(weights.trainable(), trainable);
        copy(weights.nonTrainable(), nonTrainable);
    }

    private static void copy(float[] source, WeightVector target) {
        if (source.length != target.values().length) {
            throw new IllegalArgumentException(
                    "The network has " + target.values().length + " parameters. Received: " + source.length + ".");
        }
        System.arraycopy(source, 0, target.values(), 0, source.length);
        target.changed();
    }

    /** A copy of the weights. */
    public Weights weights() {
        return new Weights(trainable.values().clone(), nonTrainable.values().clone());
    }

    /** The weights that gradients change; whoever changes them says so by {@link WeightVector#changed()}. */
    public WeightVector trainable() {
        return trainable;
    }

    /** The same weights with their gradient, each where it starts, as optimizers take them; null outside training. */
    public Variables variables() {
        return variables;
    }

    /**
     * Predicts the first {@code rows} examples.
     *
     * @return row-major outputs, valid until the next call
     */
    public float[] predict(float[] x, int rows) {
        return activated(forward(x, rows, ForwardPass.INFERENCE), rows);
    }

    /** Predicts the examples of a mini-batch; the same as for its features. */
    public float[] predict(Batch batch) {
        return activated(forward(batch.featureRows(), ForwardPass.INFERENCE), batch.rows());
    }

    /** Predicts examples of which there may be only what is not zero; the same as for all numbers. */
    public float[] predict(FeatureRows x) {
        return activated(forward(x, ForwardPass.INFERENCE), x.rows());
    }

    private float[] activated(float[] values, int rows) {
        beforeActivation = values;
        if (outputActivation.isIdentity()) {
            return values;
        }
        outputActivation.forward(values, output, rows * outputs.perExample(), outputs.columns());
        return output;
    }

    /** The outputs of the last prediction before the activation of the last layer: logits. */
    public float[] beforeActivation() {
        return beforeActivation;
    }

    /** Which steps of the last outputs count; null for all. */
    StepMask outputMask() {
        return mask;
    }

    private float[] forward(FeatureRows x, ForwardPass pass) {
        int first = firstWorking;
        float[] values = x.isSparse() ? layers.get(first).forward(x.sparse(), pass.forLayer(first)) : null;
        return values == null
                ? forward(x.all(), x.rows(), pass)
                : forwardFrom(first + 1, values, masked(first, null, x.rows()), x.rows(), pass);
    }

    private float[] forward(float[] x, int rows, ForwardPass pass) {
        return forwardFrom(0, x, null, rows, pass);
    }

    /** Runs the layers from one on, and sets the mask. */
    private float[] forwardFrom(int layer, float[] x, StepMask inputMask, int rows, ForwardPass pass) {
        float[] values = x;
        mask = inputMask;
        for (int i = layer; i < layers.size(); i++) {
            values = layers.get(i).forward(values, rows, pass.forLayer(i).withMask(mask));
            mask = masked(i, mask, rows);
        }
        return values;
    }

    /** The mask of a layer's output. */
    private StepMask masked(int layer, StepMask input, int rows) {
        return supportsMasking[layer] ? layers.get(layer).outputMask(input, rows) : null;
    }

    /**
     * Computes the loss of a mini-batch and its gradient, which is then in {@link #trainable()}.
     *
     * @param key the source of this step's randomness
     * @return the sum over the examples of the weighted loss, penalties included
     */
    public double gradient(Batch batch, RandomKey key) {
        int rows = batch.rows();
        float[] values = forward(batch.featureRows(), ForwardPass.training(key));
        boolean separate = !fused && !outputActivation.isIdentity();
        float[] prediction = values;
        if (separate) {
            outputActivation.forward(values, output, rows * outputs.perExample(), outputs.columns());
            prediction = output;
        }
        double total = loss.valueAndGradient(
                        batch.targets(),
                        outputs.weights(batch.weights(), rows, mask),
                        prediction,
                        outputGradient,
                        rows * outputs.perExample(),
                        outputs.columns())
                / outputs.perExample();
        if (separate) {
            outputActivation.backward(
                    values, output, outputGradient, outputGradient, rows * outputs.perExample(), outputs.columns());
        }
        for (PenalizedOutput penalized : penalizedOutputs) {
            total += penalized.penalty(rows);
        }
        float[] gradient = outputGradient;
        for (int i = layers.size() - 1; i >= 0 && gradient != null; i--) {
            gradient = layers.get(i).backward(gradient, rows);
        }
        return total + rows * penalize();
    }

    private double penalize() {
        double penalty = 0;
        for (WeightSlice slice : penalized) {
            penalty += slice.spec().regularizer().penalty(slice.values(), slice.offset(), slice.size());
            slice.spec().regularizer().addGradient(slice.values(), slice.gradient(), slice.offset(), slice.size());
        }
        return penalty;
    }

    @Override
    public void close() {
        layers.forEach(BoundLayer::close);
    }
}
