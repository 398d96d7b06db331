package io.kindling.layers.merging;

import java.util.List;

/** The smallest of its inputs, number by number: {@code y = min x}; Keras' {@code Minimum}. Of equals the first takes the gradient. */
public record Minimum() implements ElementwiseMerge {

    public static Minimum of() {
        return new Minimum();
    }

    @Override
    public void merge(List<float[]> inputs, float[] y, int n) {
        System.arraycopy(inputs.get(0), 0, y, 0, n);
        for (float[] x : inputs.subList(1, inputs.size())) {
            for (int i = 0; i < n; i++) {
                y[i] = Math.min(y[i], x[i]);
            }
        }
    }

    @Override
    public void gradient(List<float[]> inputs, float[] y, float[] dy, int input, float[] dx, int n) {
        Extremes.gradient(inputs, y, dy, input, dx, n);
    }
}
