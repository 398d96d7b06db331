package io.kindling.metrics;

/** The share of examples whose class is predicted. */
public record Accuracy() implements Metric {

    @Override
    public double sum(float[] target, int targetColumns, float[] weight, float[] output, int rows, int columns) {
        double sum = 0;
        for (int row = 0; row < rows; row++) {
            if (Classes.target(target, targetColumns, row, columns) == Classes.predicted(output, row, columns)) {
                sum += weight[row];
            }
        }
        return sum;
    }

    @Override
    public boolean isBetterWhenHigher() {
        return true;
    }
}
