package io.kindling.layers.attention;

import io.kindling.constraints.Constraint;
import io.kindling.initializers.GlorotUniform;
import io.kindling.initializers.Initializer;
import io.kindling.initializers.Zeros;
import io.kindling.layers.BoundLayer;
import io.kindling.layers.Layer;
import io.kindling.layers.LayerBinding;
import io.kindling.layers.WeightSpec;
import io.kindling.registry.Records;
import io.kindling.regularizers.Regularizer;
import io.kindling.tensor.Shape;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * What each step of one sequence, the query, takes from the steps of another one, the value, as much of each as its key fits:
 * in every head {@code softmax(q · kᵀ / √keyDim) · v}, where q, k and v are projections of query, key and value; the heads
 * side by side are projected to features of the query's number. Applied to (query, value) or (query, value, key), of shapes
 * (steps, features); without a key the value is the key. Self-attention is {@code .on(x, x)}.
 *
 * <p>A step of the value that does not count gives nothing (see {@link io.kindling.layers.StepMask}); a step of the query
 * that does not count, or is given nothing, takes nothing. Steps count in the output as in the query.
 *
 * <p>Keras' {@code MultiHeadAttention}; Vaswani et al., "Attention is all you need", arXiv:1706.03762.
 *
 * @param numHeads how many heads; positive
 * @param keyDim how many features queries and keys have in a head; positive
 * @param valueDim how many features values have in a head, or null for as many as keys
 * @param dropout the share of what a step takes that is set to zero in training, in [0, 1)
 * @param useBias whether the projections have biases
 * @param kernelInitializer how the kernels start
 * @param biasInitializer how the biases start
 * @param kernelRegularizer the penalty on the kernels, or null
 * @param biasRegularizer the penalty on the biases, or null
 * @param activityRegularizer the penalty on the outputs, or null
 * @param kernelConstraint the limit on the kernels, or null
 * @param biasConstraint the limit on the biases, or null
 * @param useCausalMask whether a step takes from itself and steps before it only
 */
public record MultiHeadAttention(
        int numHeads,
        int keyDim,
        Integer valueDim,
        double dropout,
        boolean useBias,
        Initializer kernelInitializer,
        Initializer biasInitializer,
        Regularizer kernelRegularizer,
        Regularizer biasRegularizer,
        Regularizer activityRegularizer,
        Constraint kernelConstraint,
        Constraint biasConstraint,
        boolean useCausalMask)
        implements Layer {

    public MultiHeadAttention {
        if (numHeads <= 0 || keyDim <= 0 || valueDim != null && valueDim <= 0) {
            throw new IllegalArgumentException("MultiHeadAttention needs positive num_heads, key_dim and value_dim."
                    + " Received: " + numHeads + ", " + keyDim + " and " + valueDim + ".");
        }
        if (!(dropout >= 0 && dropout < 1)) {
            throw new IllegalArgumentException(
                    "MultiHeadAttention needs a dropout in [0, 1). Received: " + dropout + ".");
        }
        Objects.requireNonNull(kernelInitializer, "MultiHeadAttention needs a kernel_initializer. Received: null.");
        Objects.requireNonNull(biasInitializer, "MultiHeadAttention needs a bias_initializer. Received: null.");
    }

    /** Keras' defaults: values as long as keys, biases, no dropout. */
    public static MultiHeadAttention of(int numHeads, int keyDim) {
        return new MultiHeadAttention(
                numHeads, keyDim, null, 0, true, new GlorotUniform(), new Zeros(), null, null, null, null, null, false);
    }

    public MultiHeadAttention valueDim(int valueDim) {
        return Records.with(this, "valueDim", valueDim);
    }

    public MultiHeadAttention dropout(double dropout) {
        return Records.with(this, "dropout", dropout);
    }

    public MultiHeadAttention useBias(boolean useBias) {
        return Records.with(this, "useBias", useBias);
    }

    public MultiHeadAttention kernelInitializer(Initializer kernelInitializer) {
        return Records.with(this, "kernelInitializer", kernelInitializer);
    }

    public MultiHeadAttention biasInitializer(Initializer biasInitializer) {
        return Records.with(this, "biasInitializer", biasInitializer);
    }

    public MultiHeadAttention kernelRegularizer(Regularizer kernelRegularizer) {
        return Records.with(this, "kernelRegularizer", kernelRegularizer);
    }

    public MultiHeadAttention useCausalMask(boolean useCausalMask) {
        return Records.with(this, "useCausalMask", useCausalMask);
    }

    /** How many features values have in a head. */
    int valueColumns() {
        return valueDim == null ? keyDim : valueDim;
    }

    @Override
    public Shape outputShape(List<Shape> inputs) {
        if (inputs.size() < 2 || inputs.size() > 3) {
            throw new IllegalArgumentException("It is applied to a query and a value, and a key if that is another."
                    + " Received: " + inputs.size() + ", " + inputs + ".");
        }
        inputs.forEach(Shape::requireSequence);
        Shape value = inputs.get(1);
        Shape key = key(inputs);
        if (!key.dimensions().get(0).equals(value.dimensions().get(0))) {
            throw new IllegalArgumentException(
                    "It needs as many steps in the key as in the value. Received: " + inputs + ".");
        }
        return inputs.get(0);
    }

    private static Shape key(List<Shape> inputs) {
        return inputs.get(inputs.size() - 1);
    }

    @Override
    public List<WeightSpec> weights(List<Shape> inputs) {
        List<WeightSpec> weights = new ArrayList<>();
        int features = inputs.get(0).last();
        add(weights, "query", Shape.of(features, numHeads, keyDim), Shape.of(numHeads, keyDim));
        add(weights, "key", Shape.of(key(inputs).last(), numHeads, keyDim), Shape.of(numHeads, keyDim));
        add(
                weights,
                "value",
                Shape.of(inputs.get(1).last(), numHeads, valueColumns()),
                Shape.of(numHeads, valueColumns()));
        add(weights, "attention_output", Shape.of(numHeads, valueColumns(), features), Shape.of(features));
        return weights;
    }

    private void add(List<WeightSpec> weights, String name, Shape kernel, Shape bias) {
        weights.add(
                WeightSpec.trainable(name + "/kernel", kernel, kernelInitializer, kernelRegularizer, kernelConstraint));
        if (useBias) {
            weights.add(WeightSpec.trainable(name + "/bias", bias, biasInitializer, biasRegularizer, biasConstraint));
        }
    }

    @Override
    public boolean supportsMasking() {
        return true;
    }

    @Override
    public List<String> callOptions() {
        return List.of("use_causal_mask");
    }

    @Override
    public Optional<Regularizer> outputPenalty() {
        return Optional.ofNullable(activityRegularizer);
    }

    @Override
    public BoundLayer bind(LayerBinding binding) {
        return new BoundAttention(this, binding);
    }
}
