package io.kindling.layers.tabular;

import io.kindling.errors.KindlingException;
import io.kindling.layers.BoundUnaryLayer;
import io.kindling.layers.LayerBinding;
import io.kindling.layers.UnaryLayer;
import io.kindling.tensor.Shape;
import java.util.List;
import java.util.Objects;

/**
 * Encodes numbers by the bins they have passed. For the bins between the boundaries {@code b0 < b1 < … < bT} of a feature,
 *
 * <pre>e[t] = 0 if x &lt; b[t-1] and t &gt; 1,  1 if x ≥ b[t] and t &lt; T,  else (x - b[t-1]) / (b[t] - b[t-1]),</pre>
 *
 * <p>so the first bin goes on below 0 for numbers below all boundaries, and the last beyond 1 for those above. NaN is 0 in all
 * bins. The features of the last axis become their bins, one feature after the other.
 *
 * <p>Gorishniy et al., "On embeddings for numerical features in tabular deep learning", arXiv:2203.05556, equation 1.
 *
 * @param boundaries of each feature, finite and increasing; none for a feature that is left out, else at least two
 */
public record PiecewiseLinearEncoding(List<List<Double>> boundaries) implements UnaryLayer {

    public PiecewiseLinearEncoding {
        if (boundaries == null
                || !boundaries.stream().allMatch(PiecewiseLinearEncoding::areBoundaries)
                || boundaries.stream().allMatch(List::isEmpty)) {
            throw new KindlingException(
                    "PiecewiseLinearEncoding needs a list of boundaries for each feature, finite and"
                            + " increasing in single precision, at least two, or none for a feature that is left out."
                            + " Received: " + boundaries + ".");
        }
        boundaries = boundaries.stream().map(List::copyOf).toList();
    }

    private static boolean areBoundaries(List<Double> list) {
        if (list == null || list.size() == 1 || list.stream().anyMatch(Objects::isNull)) {
            return false;
        }
        for (int t = 0; t < list.size(); t++) {
            float boundary = list.get(t).floatValue();
            if (!Float.isFinite(boundary) || (t > 0 && !(list.get(t - 1).floatValue() < boundary))) {
                return false;
            }
        }
        return true;
    }

    public static PiecewiseLinearEncoding of(List<List<Double>> boundaries) {
        return new PiecewiseLinearEncoding(boundaries);
    }

    @Override
    public Shape outputShape(Shape input) {
        FeatureLists.requireFeatures(input, "boundaries", boundaries.size());
        return input.withLast(bins());
    }

    private int bins() {
        return boundaries.stream()
                .mapToInt(list -> Math.max(0, list.size() - 1))
                .sum();
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
        /** Where the bins of each feature start, and where the last ones end. */
        private final int[] starts;

        private final float[] lower;
        private final float[] slope;
        /** What each bin is at least and at most: the first of a feature has no least, the last no most. */
        private final float[] least;

        private final float[] most;

        Bound(PiecewiseLinearEncoding layer, LayerBinding binding) {
            super(binding, layer.bins());
            int bins = layer.bins();
            this.starts = new int[layer.boundaries.size() + 1];
            this.lower = new float[bins];
            this.slope = new float[bins];
            this.least = new float[bins];
            this.most = new float[bins];
            int bin = 0;
            for (int feature = 0; feature < layer.boundaries.size(); feature++) {
                List<Double> boundaries = layer.boundaries.get(feature);
                for (int t = 1; t < boundaries.size(); t++, bin++) {
                    lower[bin] = boundaries.get(t - 1).floatValue();
                    slope[bin] = slope(
                            boundaries.get(t - 1).floatValue(),
                            boundaries.get(t).floatValue());
                    least[bin] = t == 1 ? Float.NEGATIVE_INFINITY : 0;
                    most[bin] = t == boundaries.size() - 1 ? Float.POSITIVE_INFINITY : 1;
                }
                starts[feature + 1] = bin;
            }
        }

        /** Finite, however close the boundaries are. */
        private static float slope(float from, float to) {
            return (float) Math.min(1 / ((double) to - from), Float.MAX_VALUE);
        }

        @Override
        void forward(float[] x, int from, float[] y, int to) {
            for (int feature = 0; feature < starts.length - 1; feature++) {
                float value = x[from + feature];
                boolean missing = Float.isNaN(value);
                for (int bin = starts[feature]; bin < starts[feature + 1]; bin++) {
                    y[to + bin] = missing ? 0 : Math.max(least[bin], Math.min(share(value, bin), most[bin]));
                }
            }
        }

        /** How far a number is through a bin: below 0 before it, above 1 after it. */
        private float share(float value, int bin) {
            return (value - lower[bin]) * slope[bin];
        }

        @Override
        void backward(float[] x, int from, float[] dy, int to, float[] dx) {
            for (int feature = 0; feature < starts.length - 1; feature++) {
                float value = x[from + feature];
                float sum = 0;
                for (int bin = starts[feature]; bin < starts[feature + 1]; bin++) {
                    float share = share(value, bin);
                    // False for NaN.
                    if (share >= least[bin] && share < most[bin]) {
                        sum += dy[to + bin] * slope[bin];
                    }
                }
                dx[from + feature] = sum;
            }
        }
    }
}
