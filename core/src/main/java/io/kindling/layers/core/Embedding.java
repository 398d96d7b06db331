package io.kindling.layers.core;

import io.kindling.constraints.Constraint;
import io.kindling.errors.KindlingException;
import io.kindling.initializers.Initializer;
import io.kindling.initializers.RandomUniform;
import io.kindling.layers.BoundUnaryLayer;
import io.kindling.layers.ForwardPass;
import io.kindling.layers.LayerBinding;
import io.kindling.layers.StepMask;
import io.kindling.layers.Tensor;
import io.kindling.layers.UnaryLayer;
import io.kindling.layers.WeightOptions;
import io.kindling.layers.WeightSlice;
import io.kindling.layers.WeightSpec;
import io.kindling.layers.ZeroGradient;
import io.kindling.registry.Prefixed;
import io.kindling.registry.Records;
import io.kindling.regularizers.Regularizer;
import io.kindling.tensor.Shape;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Looks up a vector for each whole number: (…) to (…, outputDim), {@code y = embeddings[x]}.
 *
 * <p>Embeddings (inputDim, outputDim), as in Keras' {@code Embedding}. Its input has no gradient. A number that is no
 * row of the embeddings is an {@link KindlingException} in the forward pass.
 *
 * @param inputDim how many vectors there are, for the numbers from 0 to {@code inputDim - 1}; positive, at most 2^24,
 *     as far as single precision counts
 * @param outputDim the length of a vector; positive
 * @param embeddings how the vectors start, and what holds them
 * @param maskZero whether the number 0 fills short sequences, and the layers after this one are to pass over it; see
 *     {@link StepMask}
 */
public record Embedding(
        int inputDim, int outputDim, @Prefixed WeightOptions embeddings, boolean maskZero) implements UnaryLayer {
    private static final int LARGEST_INPUT_DIM = 1 << 24;

    public Embedding {
        if (inputDim <= 0 || inputDim > LARGEST_INPUT_DIM || outputDim <= 0) {
            throw new KindlingException("Embedding needs an input_dim from 1 to " + LARGEST_INPUT_DIM
                    + " and a positive output_dim. Received: " + inputDim + " and " + outputDim + ".");
        }
    }

    /** Keras' defaults: vectors that start uniformly between -0.05 and 0.05. */
    public static Embedding of(int inputDim, int outputDim) {
        return new Embedding(inputDim, outputDim, WeightOptions.of(RandomUniform.of()), false);
    }

    public Embedding embeddings(WeightOptions embeddings) {
        return Records.with(this, "embeddings", embeddings);
    }

    public Embedding embeddingsInitializer(Initializer embeddingsInitializer) {
        return embeddings(embeddings.initializer(embeddingsInitializer));
    }

    public Embedding embeddingsRegularizer(Regularizer embeddingsRegularizer) {
        return embeddings(embeddings.regularizer(embeddingsRegularizer));
    }

    public Embedding embeddingsConstraint(Constraint embeddingsConstraint) {
        return embeddings(embeddings.constraint(embeddingsConstraint));
    }

    public Embedding maskZero(boolean maskZero) {
        return Records.with(this, "maskZero", maskZero);
    }

    @Override
    public boolean supportsMasking() {
        return maskZero;
    }

    @Override
    public Shape outputShape(Shape input) {
        if (maskZero && input.rank() != 1) {
            throw new KindlingException(
                    "With mask_zero it needs sequences of numbers, of shape (steps). Received: " + input + ".");
        }
        List<Integer> lengths = new ArrayList<>(input.dimensions());
        lengths.add(outputDim);
        return new Shape(lengths);
    }

    @Override
    public List<WeightSpec> weights(Shape input) {
        return List.of(embeddings.weight("embeddings", Shape.of(inputDim, outputDim)));
    }

    @Override
    public BoundUnaryLayer bind(LayerBinding binding) {
        return new Bound(this, binding);
    }

    private static final class Bound implements BoundUnaryLayer {
        private final WeightSlice embeddings;
        private final int inputDim;
        private final int outputDim;
        private final int inputs;
        /** Where the vector of each input starts in the embeddings. */
        private final int[] starts;

        private final StepMask mask;
        private final float[] y;
        private final ZeroGradient zeroGradient;

        Bound(Embedding layer, LayerBinding binding) {
            this.embeddings = binding.weight("embeddings");
            this.inputDim = layer.inputDim;
            this.outputDim = layer.outputDim;
            this.inputs = binding.inputShape().size();
            this.starts = new int[Math.multiplyExact(binding.batchSize(), inputs)];
            this.mask = new StepMask(new boolean[starts.length], inputs);
            this.y = new float[Math.multiplyExact(starts.length, outputDim)];
            this.zeroGradient = new ZeroGradient(binding);
        }

        @Override
        public Tensor forward(Tensor input, ForwardPass pass) {
            float[] x = input.values();
            int rows = input.rows();
            for (int i = 0; i < rows * inputs; i++) {
                starts[i] = row(x[i]) * outputDim;
                mask.present()[i] = starts[i] != 0;
                System.arraycopy(embeddings.values(), embeddings.offset() + starts[i], y, i * outputDim, outputDim);
            }
            return Tensor.of(y, input.rows()).withMask(mask);
        }

        private int row(float number) {
            int row = (int) number;
            if (row != number || row < 0 || row >= inputDim) {
                throw new KindlingException("Embedding needs whole numbers from 0 to " + (inputDim - 1)
                        + ", as its input_dim is " + inputDim + ". Received: " + number + ".");
            }
            return row;
        }

        @Override
        public float[] backward(float[] dy, int rows) {
            float[] gradient = embeddings.gradient();
            Arrays.fill(gradient, embeddings.offset(), embeddings.offset() + embeddings.size(), 0f);
            for (int i = 0; i < rows * inputs; i++) {
                add(dy, i * outputDim, gradient, embeddings.offset() + starts[i], outputDim);
            }
            return zeroGradient.zeros();
        }

        private static void add(float[] source, int from, float[] target, int to, int count) {
            for (int i = 0; i < count; i++) {
                target[to + i] += source[from + i];
            }
        }
    }
}
