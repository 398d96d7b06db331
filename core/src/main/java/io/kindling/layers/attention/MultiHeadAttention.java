package io.kindling.layers.attention;

import io.kindling.errors.KindlingException;
import io.kindling.initializers.GlorotUniform;
import io.kindling.initializers.Zeros;
import io.kindling.layers.BoundLayer;
import io.kindling.layers.KernelAndBias;
import io.kindling.layers.LayerBinding;
import io.kindling.layers.WeightOptions;
import io.kindling.layers.WeightSpec;
import io.kindling.registry.Prefixed;
import io.kindling.registry.Records;
import io.kindling.regularizers.Regularizer;
import io.kindling.tensor.Shape;
import java.util.ArrayList;
import java.util.List;
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
 * @param kernel how the kernels start, and what holds them
 * @param bias how the biases start, and what holds them
 * @param activityRegularizer the penalty on the outputs
 * @param useCausalMask whether a step takes from itself and steps before it only
 */
public record MultiHeadAttention(
        int numHeads,
        int keyDim,
        Integer valueDim,
        double dropout,
        boolean useBias,
        @Prefixed WeightOptions kernel,
        @Prefixed WeightOptions bias,
        Optional<Regularizer> activityRegularizer,
        boolean useCausalMask)
        implements KernelAndBias<MultiHeadAttention> {

    public MultiHeadAttention {
        if (numHeads <= 0 || keyDim <= 0 || valueDim != null && valueDim <= 0) {
            throw new KindlingException("MultiHeadAttention needs positive num_heads, key_dim and value_dim."
                    + " Received: " + numHeads + ", " + keyDim + " and " + valueDim + ".");
        }
        if (!(dropout >= 0 && dropout < 1)) {
            throw new KindlingException("MultiHeadAttention needs a dropout in [0, 1). Received: " + dropout + ".");
        }
    }

    /** Keras' defaults: values as long as keys, biases, no dropout. */
    public static MultiHeadAttention of(int numHeads, int keyDim) {
        return new MultiHeadAttention(
                numHeads,
                keyDim,
                null,
                0,
                true,
                WeightOptions.of(new GlorotUniform()),
                WeightOptions.of(new Zeros()),
                Optional.empty(),
                false);
    }

    public MultiHeadAttention valueDim(int valueDim) {
        return Records.with(this, "valueDim", valueDim);
    }

    public MultiHeadAttention dropout(double dropout) {
        return Records.with(this, "dropout", dropout);
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
            throw new KindlingException("It is applied to a query and a value, and a key if that is another."
                    + " Received: " + inputs.size() + ", " + inputs + ".");
        }
        inputs.forEach(Shape::requireSequence);
        Shape value = inputs.get(1);
        Shape key = key(inputs);
        if (!key.dimensions().get(0).equals(value.dimensions().get(0))) {
            throw new KindlingException("It needs as many steps in the key as in the value. Received: " + inputs + ".");
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
        int values = valueColumns();
        Shape keys = Shape.of(numHeads, keyDim);
        weights.addAll(weights("query", Shape.of(features, numHeads, keyDim), keys));
        weights.addAll(weights("key", Shape.of(key(inputs).last(), numHeads, keyDim), keys));
        weights.addAll(weights("value", Shape.of(inputs.get(1).last(), numHeads, values), Shape.of(numHeads, values)));
        weights.addAll(weights("attention_output", Shape.of(numHeads, values, features), Shape.of(features)));
        return weights;
    }

    private List<WeightSpec> weights(String projection, Shape kernelShape, Shape biasShape) {
        return weights(projection + "/kernel", kernelShape, projection + "/bias", biasShape);
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
    public BoundLayer bind(LayerBinding binding) {
        return new BoundAttention(this, binding);
    }
}
