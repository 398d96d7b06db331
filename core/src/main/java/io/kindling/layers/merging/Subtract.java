package io.kindling.layers.merging;

import java.util.List;

/** The difference of two inputs: {@code y = x_0 - x_1}; Keras' {@code Subtract}. */
public record Subtract() implements ElementwiseMerge {

    public static Subtract of() {
        return new Subtract();
    }

    @Override
    public int mostInputs() {
        return 2;
    }

    @Override
    public void merge(List<float[]> inputs, float[] y, int n) {
        float[] a = inputs.get(0);
        float[] b = inputs.get(1);
        for (int i = 0; i < n; i++) {
            y[i] = a[i] - b[i];
        }
    }

    @Override
    public void gradient(List<float[]> inputs, float[] y, float[] dy, int input, float[] dx, int n) {
        float sign = input == 0 ? 1f : -1f;
        for (int i = 0; i < n; i++) {
            dx[i] = sign * dy[i];
        }
    }
}
