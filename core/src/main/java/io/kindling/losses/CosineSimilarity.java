package io.kindling.losses;

/**
 * Minus the cosine of the angle between target and output: {@code -Σ_k t_k y_k / (‖t‖ ‖y‖)}, from -1 for the same
 * direction to 1 for the opposite one. A norm below 1e-7 counts as 1e-7.
 */
public record CosineSimilarity() implements Loss {

    @Override
    public double evaluate(float[] target, float[] weight, float[] output, float[] gradient, int rows, int columns) {
        double total = 0;
        for (int row = 0; row < rows; row++) {
            int start = row * columns;
            double w = weight == null ? 1 : weight[row];
            double ofTarget = inverseNorm(target, start, columns);
            double ofOutput = inverseNorm(output, start, columns);
            double cosine = 0;
            for (int i = start; i < start + columns; i++) {
                cosine += target[i] * ofTarget * (output[i] * ofOutput);
            }
            // A norm that counts as another does not depend on the output.
            double turning = ofOutput < 1 / (double) Probabilities.EPSILON ? cosine : 0;
            double scale = w / rows * ofOutput;
            for (int i = start; i < start + columns; i++) {
                gradient[i] = (float) (scale * (output[i] * ofOutput * turning - target[i] * ofTarget));
            }
            total -= w * cosine;
        }
        return total;
    }

    private static double inverseNorm(float[] values, int start, int columns) {
        double squares = 0;
        for (int i = start; i < start + columns; i++) {
            squares += (double) values[i] * values[i];
        }
        return 1 / Math.max(Math.sqrt(squares), Probabilities.EPSILON);
    }
}
