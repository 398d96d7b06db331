package io.kindling.losses;

import io.kindling.activations.Activation;
import io.kindling.activations.Softmax;
import io.kindling.math.Rows;
import java.util.Optional;

/**
 * Cross-entropy between the true class, given by its index, and the predicted distribution: {@code -log p_class}.
 *
 * @param fromLogits whether outputs are the numbers before the softmax
 */
public record SparseCategoricalCrossentropy(boolean fromLogits) implements Loss {

    /** On probabilities. */
    public static SparseCategoricalCrossentropy of() {
        return new SparseCategoricalCrossentropy(false);
    }

    @Override
    public int targetColumns(int outputColumns) {
        return 1;
    }

    @Override
    public double evaluate(float[] target, float[] weight, float[] output, float[] gradient, int rows, int columns) {
        double total = 0;
        for (int row = 0; row < rows; row++) {
            int start = row * columns;
            int hit = start + classOf(target[row], columns);
            double w = weight == null ? 1 : weight[row];
            float scale = (float) (w / rows);
            if (fromLogits) {
                total += w * (Probabilities.softmax(output, gradient, start, columns) - output[hit]);
                for (int i = start; i < start + columns; i++) {
                    gradient[i] *= scale;
                }
                gradient[hit] -= scale;
            } else {
                float inverse = 1f / Rows.sum(output, start, columns);
                float p = output[hit] * inverse;
                total -= w * Math.log(Probabilities.clip(p));
                float pull = Probabilities.isInside(p) ? -scale / p : 0f;
                for (int i = start; i < start + columns; i++) {
                    gradient[i] = -pull * p * inverse;
                }
                gradient[hit] += pull * inverse;
            }
        }
        return total;
    }

    /** A wrong index would read a neighbouring row. */
    private static int classOf(float label, int columns) {
        if (!(label >= 0 && label < columns && label == (int) label)) {
            throw new IllegalArgumentException("sparse_categorical_crossentropy needs class indices from 0 to "
                    + (columns - 1) + ". Received: " + label + ".");
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
            throw new IllegalArgumentException("sparse_categorical_crossentropy needs one output per class, at least 2."
                    + " The network has " + columns + "; for one sigmoid output use binary_crossentropy.");
        }
    }
}
