package io.kindling.layers.tabular;

import io.kindling.errors.KindlingException;
import io.kindling.layers.BoundUnaryLayer;
import io.kindling.layers.LayerBinding;
import io.kindling.layers.UnaryLayer;
import io.kindling.registry.Records;
import io.kindling.registry.SingleOrList;
import io.kindling.tensor.Shape;
import java.util.List;

/**
 * Scales features and bends outliers smoothly into {@code (-clip, clip)}: {@code z = scale · (x - center)},
 * {@code y = z / √(1 + (z / clip)²)}. NaN becomes 0. Sparse rows are written out.
 *
 * <p>Holzmüller et al., "Better by default: strong pre-tuned MLPs and boosted trees on tabular data", arXiv:2407.04491, where the
 * center is the median, the scale one by the distance of the quartiles, and the clip 3.
 *
 * @param center one per feature or one for all; finite
 * @param scale the factor, one per feature or one for all; finite, 0 for a feature that is to vanish
 * @param clip the bound of what comes out; positive
 */
public record RobustScaling(
        @SingleOrList List<Double> center, @SingleOrList List<Double> scale, double clip) implements UnaryLayer {

    public RobustScaling {
        center = FeatureLists.require("RobustScaling needs a finite center", center, Double::isFinite);
        scale = FeatureLists.require("RobustScaling needs a finite scale", scale, Double::isFinite);
        if (!(clip > 0 && Double.isFinite(clip))) {
            throw new KindlingException("RobustScaling needs a positive clip. Received: " + clip + ".");
        }
    }

    /** The paper's clip of 3. */
    public static RobustScaling of(List<Double> center, List<Double> scale) {
        return new RobustScaling(center, scale, 3);
    }

    public RobustScaling clip(double clip) {
        return Records.with(this, "clip", clip);
    }

    @Override
    public Shape outputShape(Shape input) {
        FeatureLists.requireFit(input, "center", center);
        FeatureLists.requireFit(input, "scale", scale);
        return input;
    }

    @Override
    public boolean supportsMasking() {
        return true;
    }

    @Override
    public BoundUnaryLayer bind(LayerBinding binding) {
        return new Bound(this, binding);
    }

    /** In double, in which no square of single precision overflows. */
    private static final class Bound extends RowLayer {
        private final double[] center;
        private final double[] scale;
        private final double clip;

        Bound(RobustScaling layer, LayerBinding binding) {
            super(binding, binding.inputShape().last());
            this.center = FeatureLists.spread(layer.center, binding.inputShape().last());
            this.scale = FeatureLists.spread(layer.scale, binding.inputShape().last());
            this.clip = layer.clip;
        }

        @Override
        void forward(float[] x, int from, float[] y, int to) {
            for (int i = 0; i < center.length; i++) {
                double z = scale[i] * (x[from + i] - center[i]);
                double bent = Double.isInfinite(z) ? Math.signum(z) * clip : z / root(z);
                y[to + i] = Double.isNaN(bent) ? 0f : (float) bent;
            }
        }

        private double root(double z) {
            double share = z / clip;
            return Math.sqrt(1 + share * share);
        }

        @Override
        void backward(float[] x, int from, float[] dy, int to, float[] dx) {
            for (int i = 0; i < center.length; i++) {
                double z = scale[i] * (x[from + i] - center[i]);
                double root = root(z);
                dx[from + i] = Double.isNaN(z) ? 0f : (float) (dy[to + i] * scale[i] / (root * root * root));
            }
        }
    }
}
