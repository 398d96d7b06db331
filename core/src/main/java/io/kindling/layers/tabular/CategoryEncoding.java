package io.kindling.layers.tabular;

import io.kindling.errors.KindlingException;
import io.kindling.layers.BoundUnaryLayer;
import io.kindling.layers.LayerBinding;
import io.kindling.layers.UnaryLayer;
import io.kindling.registry.SingleOrList;
import io.kindling.tensor.Shape;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;

/**
 * Turns categories, each a whole number from 0 on, into columns of zeros with a 1 in the place of the category: (…, features)
 * to (…, sum of {@code num_tokens}), one feature after the other. A number that is no category, negative, too large or NaN,
 * is all zeros; fractions are cut off. There is no gradient of the input.
 *
 * <p>Keras' {@code CategoryEncoding} with {@code output_mode="one_hot"}, which takes one feature and refuses what is no
 * category.
 *
 * @param numTokens how many categories each feature has; positive
 * @param outputMode what stands for a category
 */
public record CategoryEncoding(@SingleOrList List<Integer> numTokens, OutputMode outputMode) implements UnaryLayer {

    /** What stands for a category. */
    public enum OutputMode {
        /** A 1 in a place of its own, and zeros. */
        ONE_HOT
    }

    public CategoryEncoding {
        if (numTokens == null
                || numTokens.isEmpty()
                || numTokens.stream().anyMatch(count -> count == null || count <= 0)) {
            throw new KindlingException(
                    "CategoryEncoding needs a positive number of num_tokens for each feature. Received: " + numTokens
                            + ".");
        }
        numTokens = List.copyOf(numTokens);
        Objects.requireNonNull(outputMode, "CategoryEncoding needs an output_mode. Received: null.");
    }

    public static CategoryEncoding of(int... numTokens) {
        return new CategoryEncoding(Arrays.stream(numTokens).boxed().toList(), OutputMode.ONE_HOT);
    }

    @Override
    public Shape outputShape(Shape input) {
        FeatureLists.requireFeatures(input, "num_tokens", numTokens.size());
        return input.withLast(numTokens.stream().reduce(0, Math::addExact));
    }

    @Override
    public boolean supportsMasking() {
        return true;
    }

    @Override
    public BoundUnaryLayer bind(LayerBinding binding) {
        return new Bound(this, binding);
    }

    private static final class Bound extends RowLayer {
        private final int[] counts;
        private final int outputs;

        Bound(CategoryEncoding layer, LayerBinding binding) {
            super(binding, layer.outputShape(binding.inputShape()).last());
            this.outputs = layer.outputShape(binding.inputShape()).last();
            this.counts = layer.numTokens.stream().mapToInt(Integer::intValue).toArray();
        }

        @Override
        void forward(float[] x, int from, float[] y, int to) {
            Arrays.fill(y, to, to + outputs, 0f);
            int start = to;
            for (int feature = 0; feature < counts.length; feature++) {
                float number = x[from + feature];
                // False for NaN.
                if (number >= 0 && number < counts[feature]) {
                    y[start + (int) number] = 1;
                }
                start += counts[feature];
            }
        }

        @Override
        void backward(float[] x, int from, float[] dy, int to, float[] dx) {
            Arrays.fill(dx, from, from + counts.length, 0f);
        }
    }
}
