package io.kindling.layers;

import static org.assertj.core.api.Assertions.assertThat;

import io.kindling.random.RandomKey;
import io.kindling.tensor.Shape;
import java.util.ArrayList;
import java.util.List;

/** A layer's gradients beside central differences of the sum of its outputs, each times a number of its own. */
public final class LayerGradients {
    private static final int ROWS = 3;
    private static final float STEP = 1e-2f;
    /** Of the largest derivative: rounding of some 1e-6 over 2 · STEP. */
    private static final double TOLERANCE = 2e-3;

    private LayerGradients() {}

    /** Fails unless all gradients of a layer that is smooth, and nearly linear within a step, agree. */
    public static void check(Layer layer, Shape input) {
        check(layer, input, gaussian(ROWS * input.size(), 1));
    }

    /** The same for three examples that the caller knows to be away from kinks. */
    public static void check(Layer layer, Shape input, float[] x) {
        WeightVector vector = new WeightVector(
                layer.weights(List.of(input)).stream()
                        .mapToInt(w -> w.shape().size())
                        .sum(),
                true);
        List<WeightSlice> weights = new ArrayList<>();
        int offset = 0;
        for (WeightSpec spec : layer.weights(List.of(input))) {
            weights.add(new WeightSlice(spec, vector, offset));
            offset += spec.shape().size();
        }
        System.arraycopy(gaussian(offset, 2), 0, vector.values(), 0, offset);
        vector.changed();
        float[] upstream = gaussian(ROWS * layer.outputShape(List.of(input)).size(), 3);
        try (BoundParts bound = BoundParts.of(layer, input, ROWS + 1, weights)) {
            // Whatever an earlier batch left behind must not matter.
            bound.forward(gaussian((ROWS + 1) * input.size(), 4), ROWS + 1, ForwardPass.INFERENCE);
            Runnable forward = () -> bound.forward(x, ROWS, ForwardPass.INFERENCE);
            forward.run();
            float[] dx = bound.backward(upstream.clone(), ROWS).clone();
            float[] dw = vector.gradient().clone();
            assertSame("x", dx, x, () -> {}, bound, x, upstream);
            assertSame("weights", dw, vector.values(), vector::changed, bound, x, upstream);
        }
    }

    private static void assertSame(
            String what,
            float[] gradient,
            float[] parameters,
            Runnable changed,
            BoundParts bound,
            float[] x,
            float[] upstream) {
        double largest = 1;
        for (int i = 0; i < parameters.length; i++) {
            largest = Math.max(largest, Math.abs(gradient[i]));
        }
        for (int i = 0; i < parameters.length; i++) {
            float original = parameters[i];
            parameters[i] = original + STEP;
            changed.run();
            double up = sum(bound.forward(x, ROWS, ForwardPass.INFERENCE), upstream);
            parameters[i] = original - STEP;
            changed.run();
            double down = sum(bound.forward(x, ROWS, ForwardPass.INFERENCE), upstream);
            parameters[i] = original;
            changed.run();
            double expected = (up - down) / (2 * STEP);
            assertThat(Math.abs(gradient[i] - expected) <= TOLERANCE * largest)
                    .as("%s[%d]: %s by differences, %s by the layer", what, i, expected, gradient[i])
                    .isTrue();
        }
    }

    private static double sum(float[] y, float[] upstream) {
        double sum = 0;
        for (int i = 0; i < upstream.length; i++) {
            sum += (double) y[i] * upstream[i];
        }
        return sum;
    }

    public static float[] gaussian(int count, int seed) {
        float[] values = new float[count];
        for (int i = 0; i < count; i++) {
            values[i] = (float) RandomKey.of(seed).gaussianAt(i);
        }
        return values;
    }
}
