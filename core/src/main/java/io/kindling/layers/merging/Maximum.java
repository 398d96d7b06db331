package io.kindling.layers.merging;

import java.util.List;

/** The largest of its inputs, number by number: {@code y = max x}; Keras' {@code Maximum}. Of equals the first takes the gradient. */
public record Maximum() implements ElementwiseMerge {

    public static Maximum of() {
        return new Maximum();
    }

    @Override
    public void merge(List<float[]> inputs, float[] y, int n) {
        System.arraycopy(inputs.get(0), 0, y, 0, n);
        for (float[] x : inputs.subList(1, inputs.size())) {
            for (int i = 0; i < n; i++) {
                y[i] = Math.max(y[i], x[i]);
            }
        }
    }

    @Override
    public void gradient(List<float[]> inputs, float[] y, float[] dy, int input, float[] dx, int n) {
        Extremes.gradient(inputs, y, dy, input, dx, n);
    }
}
