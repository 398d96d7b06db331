package io.kindling.layers.merging;

import java.util.List;

/** The gradient of the largest or the smallest of several numbers: it goes to the first that is as large or small. */
final class Extremes {

    private Extremes() {}

    static void gradient(List<float[]> inputs, float[] y, float[] dy, int input, float[] dx, int n) {
        float[] x = inputs.get(input);
        for (int i = 0; i < n; i++) {
            dx[i] = x[i] == y[i] ? dy[i] : 0f;
        }
        for (float[] earlier : inputs.subList(0, input)) {
            for (int i = 0; i < n; i++) {
                dx[i] = earlier[i] == y[i] ? 0f : dx[i];
            }
        }
    }
}
