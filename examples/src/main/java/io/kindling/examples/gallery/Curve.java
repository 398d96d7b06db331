package io.kindling.examples.gallery;

import io.kindling.activations.Activation;

/**
 * An activation and its slope as functions of one number: that of the first of two values of a row, the other being 0.
 * For all activations but softmax and its kin, the other makes no difference.
 *
 * @param x where
 * @param values there
 * @param slopes there
 */
record Curve(float[] x, float[] values, float[] slopes) {
    private static final int COLUMNS = 2;

    static Curve of(Activation activation, float... x) {
        int rows = x.length;
        int outputs = activation.outputColumns(COLUMNS);
        float[] input = new float[rows * COLUMNS];
        float[] output = new float[rows * outputs];
        float[] outputGradient = new float[rows * outputs];
        float[] inputGradient = new float[rows * COLUMNS];
        for (int row = 0; row < rows; row++) {
            input[row * COLUMNS] = x[row];
            outputGradient[row * outputs] = 1f;
        }
        activation.forward(input, output, rows, COLUMNS);
        activation.backward(input, output, outputGradient, inputGradient, rows, COLUMNS);
        return new Curve(x, firsts(output, rows, outputs), firsts(inputGradient, rows, COLUMNS));
    }

    /** Numbers from minus to plus the half width, in equal steps. */
    static float[] grid(int halfWidth, int stepsPerUnit) {
        float[] x = new float[2 * halfWidth * stepsPerUnit + 1];
        for (int i = 0; i < x.length; i++) {
            x[i] = (float) (i - halfWidth * stepsPerUnit) / stepsPerUnit;
        }
        return x;
    }

    private static float[] firsts(float[] table, int rows, int columns) {
        float[] firsts = new float[rows];
        for (int row = 0; row < rows; row++) {
            firsts[row] = table[row * columns];
        }
        return firsts;
    }
}
