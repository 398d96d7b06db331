package io.kindling.losses;

/**
 * Minus the cosine of the angle between target and output: {@code -Σ_k t_k y_k / (‖t‖ ‖y‖)}, from -1 for the same
 * direction to 1 for the opposite one. A norm below 1e-7 counts as 1e-7.
 */
public record CosineSimilarity() implements RowLoss {

    @Override
    public double loss(float[] target, float[] output, int row, int columns) {
        int start = row * columns;
        double ofTarget = inverseNorm(target, start, columns);
        double ofOutput = inverseNorm(output, start, columns);
        return -cosine(target, ofTarget, output, ofOutput, start, columns);
    }

    @Override
    public double lossAndDerivative(
            float[] target, float[] output, double scale, float[] gradient, int row, int columns) {
        int start = row * columns;
        double ofTarget = inverseNorm(target, start, columns);
        double ofOutput = inverseNorm(output, start, columns);
        double cosine = cosine(target, ofTarget, output, ofOutput, start, columns);
        // A norm that counts as another does not depend on the output.
        double turning = ofOutput < 1 / (double) Probabilities.EPSILON ? cosine : 0;
        double length = scale * ofOutput;
        for (int i = start; i < start + columns; i++) {
            gradient[i] = (float) (length * (output[i] * ofOutput * turning - target[i] * ofTarget));
        }
        return -cosine;
    }

    private static double cosine(
            float[] target, double ofTarget, float[] output, double ofOutput, int start, int columns) {
        double cosine = 0;
        for (int i = start; i < start + columns; i++) {
            cosine += target[i] * ofTarget * (output[i] * ofOutput);
        }
        return cosine;
    }

    private static double inverseNorm(float[] values, int start, int columns) {
        double squares = 0;
        for (int i = start; i < start + columns; i++) {
            squares += (double) values[i] * values[i];
        }
        return 1 / Math.max(Math.sqrt(squares), Probabilities.EPSILON);
    }
}
