package io.kindling.losses;

/** A loss that is a function of each row of outputs and its own targets. */
interface RowLoss extends Loss {

    /** The loss of one row, but for {@link #factor}. */
    double loss(float[] target, float[] output, int row, int columns);

    /** Writes its derivative by each output of the row, times a scale, and returns the loss. */
    double lossAndDerivative(float[] target, float[] output, double scale, float[] gradient, int row, int columns);

    /** What the loss of every row is multiplied by. */
    default double factor() {
        return 1;
    }

    @Override
    default double value(float[] target, float[] weight, float[] output, int rows, int columns) {
        double total = 0;
        for (int row = 0; row < rows; row++) {
            total += weight[row] * factor() * loss(target, output, row, columns);
        }
        return total;
    }

    @Override
    default void gradient(float[] target, float[] weight, float[] output, float[] gradient, int rows, int columns) {
        valueAndGradient(target, weight, output, gradient, rows, columns);
    }

    @Override
    default double valueAndGradient(
            float[] target, float[] weight, float[] output, float[] gradient, int rows, int columns) {
        double total = 0;
        for (int row = 0; row < rows; row++) {
            double scale = (double) weight[row] / rows * factor();
            total += weight[row] * factor() * lossAndDerivative(target, output, scale, gradient, row, columns);
        }
        return total;
    }
}
