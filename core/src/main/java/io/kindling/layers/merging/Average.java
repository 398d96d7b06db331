package io.kindling.layers.merging;

import java.util.List;

/** The mean of its inputs: {@code y = Σ x / n}; Keras' {@code Average}. */
public record Average() implements ElementwiseMerge {

    public static Average of() {
        return new Average();
    }

    @Override
    public void merge(List<float[]> inputs, float[] y, int n) {
        Add.of().merge(inputs, y, n);
        float share = 1f / inputs.size();
        for (int i = 0; i < n; i++) {
            y[i] *= share;
        }
    }

    @Override
    public void gradient(List<float[]> inputs, float[] y, float[] dy, int input, float[] dx, int n) {
        float share = 1f / inputs.size();
        for (int i = 0; i < n; i++) {
            dx[i] = share * dy[i];
        }
    }
}
