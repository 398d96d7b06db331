package io.kindling.losses;

/** A loss that is the mean over the outputs of a function of each output and its own target. */
interface ElementwiseLoss extends Loss {

    /** The loss of one output. */
    double loss(float target, float output);

    /** Its derivative by the output. */
    float derivative(float target, float output);

    @Override
    default double value(float[] target, float[] weight, float[] output, int rows, int columns) {
        double total = 0;
        for (int row = 0; row < rows; row++) {
            double sum = 0;
            for (int i = row * columns; i < (row + 1) * columns; i++) {
                sum += loss(target[i], output[i]);
            }
            total += weight[row] * sum / columns;
        }
        return total;
    }

    @Override
    default void gradient(float[] target, float[] weight, float[] output, float[] gradient, int rows, int columns) {
        for (int row = 0; row < rows; row++) {
            float scale = (float) ((double) weight[row] / rows / columns);
            for (int i = row * columns; i < (row + 1) * columns; i++) {
                gradient[i] = scale * derivative(target[i], output[i]);
            }
        }
    }
}
