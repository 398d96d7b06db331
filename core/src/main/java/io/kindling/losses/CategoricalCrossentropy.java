package io.kindling.losses;

import io.kindling.activations.Activation;
import io.kindling.activations.Softmax;
import io.kindling.errors.KindlingException;
import io.kindling.math.Rows;
import java.util.Optional;

/**
 * Cross-entropy between a distribution over classes and the predicted one: {@code -Σ_k t_k log p_k}.
 *
 * @param fromLogits whether outputs are the numbers before the softmax
 * @param labelSmoothing how much of the target is spread over all classes, in [0, 1)
 */
public record CategoricalCrossentropy(boolean fromLogits, double labelSmoothing) implements RowLoss {

    public CategoricalCrossentropy {
        LabelSmoothing.require("categorical_crossentropy", labelSmoothing);
    }

    /** On probabilities, without smoothing. */
    public static CategoricalCrossentropy of() {
        return new CategoricalCrossentropy(false, 0);
    }

    @Override
    public double loss(float[] target, float[] output, int row, int columns) {
        int start = row * columns;
        return fromLogits
                ? ofLogits(target, output, Probabilities.logSum(output, start, columns), start, columns)
                : ofProbabilities(target, output, start, columns);
    }

    @Override
    public double lossAndDerivative(
            float[] target, float[] output, double scale, float[] gradient, int row, int columns) {
        int start = row * columns;
        if (fromLogits) {
            double logSum = Probabilities.softmax(output, gradient, start, columns);
            return withDerivativeByLogits(target, output, logSum, (float) scale, gradient, start, columns);
        }
        writeDerivativeByProbabilities(target, output, (float) scale, gradient, start, columns);
        return ofProbabilities(target, output, start, columns);
    }

    private double ofLogits(float[] target, float[] output, double logSum, int start, int columns) {
        float spread = spread(columns);
        double loss = 0;
        for (int i = start; i < start + columns; i++) {
            loss += smoothed(target[i], spread) * (logSum - output[i]);
        }
        return loss;
    }

    /** Makes the probabilities in the gradient {@code p Σ_k t_k - t}. */
    private double withDerivativeByLogits(
            float[] target, float[] output, double logSum, float scale, float[] gradient, int start, int columns) {
        float spread = spread(columns);
        double loss = 0;
        float mass = 0;
        for (int i = start; i < start + columns; i++) {
            float t = smoothed(target[i], spread);
            mass += t;
            loss += t * (logSum - output[i]);
        }
        for (int i = start; i < start + columns; i++) {
            gradient[i] = scale * (gradient[i] * mass - smoothed(target[i], spread));
        }
        return loss;
    }

    private double ofProbabilities(float[] target, float[] output, int start, int columns) {
        float inverse = 1f / Rows.sum(output, start, columns);
        float spread = spread(columns);
        double loss = 0;
        for (int i = start; i < start + columns; i++) {
            loss -= smoothed(target[i], spread) * Math.log(Probabilities.clip(output[i] * inverse));
        }
        return loss;
    }

    private void writeDerivativeByProbabilities(
            float[] target, float[] output, float scale, float[] gradient, int start, int columns) {
        float inverse = 1f / Rows.sum(output, start, columns);
        float spread = spread(columns);
        float pull = 0;
        for (int i = start; i < start + columns; i++) {
            float p = output[i] * inverse;
            gradient[i] = Probabilities.isInside(p) ? -smoothed(target[i], spread) / p : 0f;
            pull += gradient[i] * p;
        }
        for (int i = start; i < start + columns; i++) {
            gradient[i] = scale * inverse * (gradient[i] - pull);
        }
    }

    /** The part of every target that each class gets. */
    private float spread(int columns) {
        return (float) (labelSmoothing / columns);
    }

    private float smoothed(float target, float spread) {
        return target * (float) (1 - labelSmoothing) + spread;
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
            throw new KindlingException("categorical_crossentropy needs one output per class, at least 2."
                    + " The network has " + columns + "; for one sigmoid output use binary_crossentropy.");
        }
    }
}
