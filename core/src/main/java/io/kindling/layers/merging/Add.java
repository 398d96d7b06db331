package io.kindling.layers.merging;

import java.util.List;

/** The sum of its inputs: {@code y = Σ x}; Keras' {@code Add}. */
public record Add() implements ElementwiseMerge {

    public static Add of() {
        return new Add();
    }

    @Override
    public void merge(List<float[]> inputs, float[] y, int n) {
        System.arraycopy(inputs.get(0), 0, y, 0, n);
        for (float[] x : inputs.subList(1, inputs.size())) {
            for (int i = 0; i < n; i++) {
                y[i] += x[i];
            }
        }
    }

    @Override
    public void gradient(List<float[]> inputs, float[] y, float[] dy, int input, float[] dx, int n) {
        System.arraycopy(dy, 0, dx, 0, n);
    }
}
