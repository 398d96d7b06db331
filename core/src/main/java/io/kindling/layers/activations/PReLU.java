package io.kindling.layers.activations;

import io.kindling.constraints.Constraint;
import io.kindling.errors.KindlingException;
import io.kindling.initializers.Initializer;
import io.kindling.initializers.Zeros;
import io.kindling.layers.BoundUnaryLayer;
import io.kindling.layers.ForwardPass;
import io.kindling.layers.LayerBinding;
import io.kindling.layers.Tensor;
import io.kindling.layers.UnaryLayer;
import io.kindling.layers.WeightOptions;
import io.kindling.layers.WeightSlice;
import io.kindling.layers.WeightSpec;
import io.kindling.registry.Prefixed;
import io.kindling.registry.Records;
import io.kindling.regularizers.Regularizer;
import io.kindling.tensor.Shape;
import java.util.Arrays;
import java.util.List;

/**
 * The rectifier that learns its slope: f(x) = x for x ≥ 0 and {@code alpha · x} below, one alpha per feature.
 *
 * <p>He et al., "Delving deep into rectifiers", arXiv:1502.01852.
 *
 * @param alpha how the slopes start, and what holds them
 * @param sharedAxes the axes along which one slope is shared, counted from 1 as the batch is axis 0: {@code [1]} shares
 *     it over the steps of a sequence
 */
public record PReLU(@Prefixed WeightOptions alpha, List<Integer> sharedAxes) implements UnaryLayer {

    public PReLU {
        sharedAxes = sharedAxes == null ? List.of() : List.copyOf(sharedAxes);
        if (sharedAxes.stream().anyMatch(axis -> axis < 1)) {
            throw new KindlingException(
                    "PReLU needs shared_axes from 1 on; the batch is axis 0. Received: " + sharedAxes + ".");
        }
    }

    /** Keras' defaults: slopes that start at zero, none shared. */
    public static PReLU of() {
        return new PReLU(WeightOptions.of(new Zeros()), List.of());
    }

    public PReLU alpha(WeightOptions alpha) {
        return Records.with(this, "alpha", alpha);
    }

    public PReLU alphaInitializer(Initializer alphaInitializer) {
        return alpha(alpha.initializer(alphaInitializer));
    }

    public PReLU alphaRegularizer(Regularizer alphaRegularizer) {
        return alpha(alpha.regularizer(alphaRegularizer));
    }

    public PReLU alphaConstraint(Constraint alphaConstraint) {
        return alpha(alpha.constraint(alphaConstraint));
    }

    public PReLU sharedAxes(Integer... sharedAxes) {
        return Records.with(this, "sharedAxes", List.of(sharedAxes));
    }

    @Override
    public Shape outputShape(Shape input) {
        if (sharedAxes.stream().anyMatch(axis -> axis > input.rank())) {
            throw new KindlingException(
                    "It shares the axes " + sharedAxes + ", so it needs as many. Received: " + input + ".");
        }
        return input;
    }

    @Override
    public List<WeightSpec> weights(Shape input) {
        return List.of(alpha.weight("alpha", alphaShape(input)));
    }

    private Shape alphaShape(Shape input) {
        int[] lengths = input.dimensions().stream().mapToInt(Integer::intValue).toArray();
        sharedAxes.forEach(axis -> lengths[axis - 1] = 1);
        return Shape.of(lengths);
    }

    @Override
    public boolean supportsMasking() {
        return true;
    }

    @Override
    public BoundUnaryLayer bind(LayerBinding binding) {
        return new Bound(alphaShape(binding.inputShape()), binding);
    }

    private static final class Bound implements BoundUnaryLayer {
        private final WeightSlice alpha;
        /** Which slope belongs to each feature, relative to the first. */
        private final int[] slopeOf;

        private final int features;
        private final float[] slopes;
        private final float[] slopeGradients;
        private final float[] y;
        private float[] x;

        Bound(Shape alphaShape, LayerBinding binding) {
            this.alpha = binding.weight("alpha");
            this.features = binding.inputShape().size();
            this.slopeOf = slopes(binding.inputShape(), alphaShape);
            this.slopes = new float[features];
            this.slopeGradients = new float[features];
            this.y = new float[binding.batchSize() * features];
        }

        private static int[] slopes(Shape input, Shape alpha) {
            int[] slopeOf = new int[input.size()];
            for (int i = 0; i < slopeOf.length; i++) {
                int rest = i;
                int stride = 1;
                for (int axis = input.rank() - 1; axis >= 0; axis--) {
                    int position = rest % input.dimension(axis);
                    rest /= input.dimension(axis);
                    slopeOf[i] += alpha.dimension(axis) == 1 ? 0 : position * stride;
                    stride *= alpha.dimension(axis);
                }
            }
            return slopeOf;
        }

        @Override
        public Tensor forward(Tensor input, ForwardPass pass) {
            int rows = input.rows();
            x = input.values();
            for (int i = 0; i < features; i++) {
                slopes[i] = alpha.values()[alpha.offset() + slopeOf[i]];
            }
            for (int row = 0; row < rows; row++) {
                forwardRow(x, slopes, y, row * features, features);
            }
            return input.with(y);
        }

        private static void forwardRow(float[] x, float[] slopes, float[] y, int start, int features) {
            for (int i = 0; i < features; i++) {
                float v = x[start + i];
                y[start + i] = Math.max(v, 0f) + slopes[i] * Math.min(v, 0f);
            }
        }

        @Override
        public float[] backward(float[] dy, int rows) {
            Arrays.fill(slopeGradients, 0f);
            for (int row = 0; row < rows; row++) {
                backwardRow(x, slopes, dy, slopeGradients, row * features, features);
            }
            float[] gradient = alpha.gradient();
            Arrays.fill(gradient, alpha.offset(), alpha.offset() + alpha.size(), 0f);
            for (int i = 0; i < features; i++) {
                gradient[alpha.offset() + slopeOf[i]] += slopeGradients[i];
            }
            return dy;
        }

        private static void backwardRow(
                float[] x, float[] slopes, float[] dy, float[] slopeGradients, int start, int features) {
            for (int i = 0; i < features; i++) {
                float v = x[start + i];
                slopeGradients[i] += dy[start + i] * Math.min(v, 0f);
                // 1 above zero and the slope below, without a branch.
                float above = Math.max(0f, Math.min(v * Float.MAX_VALUE, 1f));
                dy[start + i] *= slopes[i] + above * (1f - slopes[i]);
            }
        }
    }
}
