package io.kindling.layers.attention;

import io.kindling.errors.KindlingException;
import io.kindling.initializers.GlorotUniform;
import io.kindling.initializers.Initializer;
import io.kindling.layers.BoundUnaryLayer;
import io.kindling.layers.ForwardPass;
import io.kindling.layers.LayerBinding;
import io.kindling.layers.Tensor;
import io.kindling.layers.UnaryLayer;
import io.kindling.layers.WeightOptions;
import io.kindling.layers.WeightSlice;
import io.kindling.layers.WeightSpec;
import io.kindling.layers.ZeroGradient;
import io.kindling.registry.Records;
import io.kindling.tensor.Shape;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;

/**
 * A learned vector for each step of a sequence, whatever is in it: (steps, features) to the same, {@code y[t] = embeddings[t]}.
 * It is added to what the steps hold: {@code Add.of().on(x, PositionEmbedding.of(64).on(x))}.
 *
 * <p>KerasHub's {@code PositionEmbedding}; embeddings (sequenceLength, features).
 *
 * @param sequenceLength the most steps a sequence has; positive
 * @param initializer how the vectors start
 */
public record PositionEmbedding(int sequenceLength, Initializer initializer) implements UnaryLayer {

    public PositionEmbedding {
        if (sequenceLength <= 0) {
            throw new KindlingException(
                    "PositionEmbedding needs a positive sequence_length. Received: " + sequenceLength + ".");
        }
        Objects.requireNonNull(initializer, "PositionEmbedding needs an initializer. Received: null.");
    }

    /** KerasHub's default: Glorot-uniform vectors. */
    public static PositionEmbedding of(int sequenceLength) {
        return new PositionEmbedding(sequenceLength, new GlorotUniform());
    }

    public PositionEmbedding initializer(Initializer initializer) {
        return Records.with(this, "initializer", initializer);
    }

    @Override
    public Shape outputShape(Shape input) {
        if (input.requireSequence().dimension(0) > sequenceLength) {
            throw new KindlingException(
                    "It has vectors for " + sequenceLength + " steps, its sequence_length. Received: " + input + ".");
        }
        return input;
    }

    @Override
    public List<WeightSpec> weights(Shape input) {
        Shape shape = Shape.of(sequenceLength, input.last());
        return List.of(WeightOptions.of(initializer).weight("embeddings", shape));
    }

    @Override
    public boolean supportsMasking() {
        return true;
    }

    @Override
    public BoundUnaryLayer bind(LayerBinding binding) {
        return new Bound(binding);
    }

    private static final class Bound implements BoundUnaryLayer {
        private final WeightSlice embeddings;
        private final int size;
        private final float[] y;
        private final ZeroGradient zeroGradient;

        Bound(LayerBinding binding) {
            this.embeddings = binding.weight("embeddings");
            this.size = binding.inputShape().size();
            this.y = new float[Math.multiplyExact(binding.batchSize(), size)];
            this.zeroGradient = new ZeroGradient(binding);
        }

        @Override
        public Tensor forward(Tensor input, ForwardPass pass) {
            for (int row = 0; row < input.rows(); row++) {
                System.arraycopy(embeddings.values(), embeddings.offset(), y, row * size, size);
            }
            return input.with(y);
        }

        @Override
        public float[] backward(float[] dy, int rows) {
            float[] gradient = embeddings.gradient();
            int start = embeddings.offset();
            Arrays.fill(gradient, start, start + embeddings.size(), 0f);
            for (int row = 0; row < rows; row++) {
                for (int i = 0; i < size; i++) {
                    gradient[start + i] += dy[row * size + i];
                }
            }
            return zeroGradient.zeros();
        }
    }
}
