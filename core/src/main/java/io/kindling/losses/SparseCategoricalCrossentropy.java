package io.kindling.losses;

import io.kindling.activations.Activation;
import io.kindling.activations.Softmax;
import io.kindling.errors.KindlingException;
import io.kindling.math.Rows;
import java.util.Arrays;
import java.util.Optional;

/**
 * Cross-entropy between the true class, given by its index, and the predicted distribution: {@code -log p_class}.
 *
 * @param fromLogits whether outputs are the numbers before the softmax
 */
public record SparseCategoricalCrossentropy(boolean fromLogits) implements RowLoss {

    /** On probabilities. */
    public static SparseCategoricalCrossentropy of() {
        return new SparseCategoricalCrossentropy(false);
    }

    @Override
    public int targetColumns(int outputColumns) {
        return 1;
    }

    @Override
    public double loss(float[] target, float[] output, int row, int columns) {
        int start = row * columns;
        int hit = start + classOf(target[row], columns);
        return fromLogits
                ? Probabilities.logSum(output, start, columns) - output[hit]
                : -Math.log(Probabilities.clip(output[hit] * (1f / Rows.sum(output, start, columns))));
    }

    @Override
    public double lossAndDerivative(
            float[] target, float[] output, double scale, float[] gradient, int row, int columns) {
        int start = row * columns;
        int hit = start + classOf(target[row], columns);
        return fromLogits
                ? withDerivativeByLogits(output, hit, (float) scale, gradient, start, columns)
                : withDerivativeByProbabilities(output, hit, (float) scale, gradient, start, columns);
    }

    private static double withDerivativeByLogits(
            float[] output, int hit, float scale, float[] gradient, int start, int columns) {
        double logSum = Probabilities.softmax(output, gradient, start, columns);
        Rows.scale(gradient, scale, start, columns);
        gradient[hit] -= scale;
        return logSum - output[hit];
    }

    private static double withDerivativeByProbabilities(
            float[] output, int hit, float scale, float[] gradient, int start, int columns) {
        float inverse = 1f / Rows.sum(output, start, columns);
        float p = output[hit] * inverse;
        float pull = Probabilities.isInside(p) ? -scale / p : 0f;
        Arrays.fill(gradient, start, start + columns, -pull * p * inverse);
        gradient[hit] += pull * inverse;
        return -Math.log(Probabilities.clip(p));
    }

    /** A wrong index would read a neighbouring row. */
    private static int classOf(float label, int columns) {
        if (!(label >= 0 && label < columns && label == (int) label)) {
            throw new KindlingException("sparse_categorical_crossentropy needs class indices from 0 to " + (columns - 1)
                    + ". Received: " + label + ".");
        }
        return (int) label;
    }

    @Override
    public Optional<Loss> overLogits(Activation outputActivation) {
        return !fromLogits && outputActivation instanceof Softmax
                ? Optional.of(new SparseCategoricalCrossentropy(true))
                : Optional.empty();
    }

    @Override
    public void requireOutputs(int columns) {
        if (columns < 2) {
            throw new KindlingException("sparse_categorical_crossentropy needs one output per class, at least 2."
                    + " The network has " + columns + "; for one sigmoid output use binary_crossentropy.");
        }
    }
}
