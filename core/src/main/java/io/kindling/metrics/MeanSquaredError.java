package io.kindling.metrics;

/** The mean over examples and outputs of the squared error. */
public record MeanSquaredError() implements Metric {

    @Override
    public double sum(float[] target, int targetColumns, float[] weight, float[] output, int rows, int columns) {
        double sum = 0;
        for (int i = 0; i < rows * columns; i++) {
            double error = (double) output[i] - target[i];
            sum += weight[i / columns] * error * error / columns;
        }
        return sum;
    }
}
