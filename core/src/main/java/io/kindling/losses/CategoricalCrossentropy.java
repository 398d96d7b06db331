package io.kindling.losses;

import io.kindling.activations.Activation;
import io.kindling.activations.Softmax;
import io.kindling.math.Rows;
import java.util.Optional;

/**
 * Cross-entropy between a distribution over classes and the predicted one: {@code -Σ_k t_k log p_k}.
 *
 * @param fromLogits whether outputs are the numbers before the softmax
 * @param labelSmoothing how much of the target is spread over all classes, in [0, 1)
 */
public record CategoricalCrossentropy(boolean fromLogits, double labelSmoothing) implements Loss {

    public CategoricalCrossentropy {
        LabelSmoothing.require("categorical_crossentropy", labelSmoothing);
    }

    /** On probabilities, without smoothing. */
    public static CategoricalCrossentropy of() {
        return new CategoricalCrossentropy(false, 0);
    }

    @Override
    public double evaluate(float[] target, float[] weight, float[] output, float[] gradient, int rows, int columns) {
        double total = 0;
        float keep = (float) (1 - labelSmoothing);
        float spread = (float) (labelSmoothing / columns);
        for (int row = 0; row < rows; row++) {
            int start = row * columns;
            double w = weight == null ? 1 : weight[row];
            float scale = (float) (w / rows);
            total += w
                    * (fromLogits
                            ? ofLogits(target, output, gradient, start, columns, keep, spread, scale)
                            : ofProbabilities(target, output, gradient, start, columns, keep, spread, scale));
        }
        return total;
    }

    private static double ofLogits(
            float[] target,
            float[] output,
            float[] gradient,
            int start,
            int columns,
            float keep,
            float spread,
            float scale) {
        double logSum = Probabilities.softmax(output, gradient, start, columns);
        double loss = 0;
        float mass = 0;
        for (int i = start; i < start + columns; i++) {
            float t = target[i] * keep + spread;
            mass += t;
            loss += t * (logSum - output[i]);
        }
        for (int i = start; i < start + columns; i++) {
            gradient[i] = scale * (gradient[i] * mass - (target[i] * keep + spread));
        }
        return loss;
    }

    private static double ofProbabilities(
            float[] target,
            float[] output,
            float[] gradient,
            int start,
            int columns,
            float keep,
            float spread,
            float scale) {
        float inverse = 1f / Rows.sum(output, start, columns);
        double loss = 0;
        float pull = 0;
        for (int i = start; i < start + columns; i++) {
            float t = target[i] * keep + spread;
            float p = output[i] * inverse;
            float clipped = Probabilities.clip(p);
            loss -= t * Math.log(clipped);
            gradient[i] = Probabilities.isInside(p) ? -t / clipped : 0f;
            pull += gradient[i] * p;
        }
        for (int i = start; i < start + columns; i++) {
            gradient[i] = scale * inverse * (gradient[i] - pull);
        }
        return loss;
    }

    @Override
    public Optional<Loss> overLogits(Activation outputActivation) {
        return !fromLogits && outputActivation instanceof Softmax
                ? Optional.of(new CategoricalCrossentropy(true, labelSmoothing))
                : Optional.empty();
    }

    @Override
    public void requireOutputs(int columns) {
        if (columns < 2) {
            throw new IllegalArgumentException("categorical_crossentropy needs one output per class, at least 2."
                    + " The network has " + columns + "; for one sigmoid output use binary_crossentropy.");
        }
    }
}
