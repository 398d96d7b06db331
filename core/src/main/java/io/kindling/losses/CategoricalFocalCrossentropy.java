package io.kindling.losses;

import io.kindling.activations.Activation;
import io.kindling.activations.Softmax;
import io.kindling.math.Rows;
import java.util.Optional;

/**
 * {@link CategoricalCrossentropy} that cares less for what is predicted well:
 * {@code -alpha Σ_k t_k (1 - p_k)^gamma log p_k}.
 *
 * <p>Lin et al., "Focal loss for dense object detection", arXiv:1708.02002.
 *
 * @param alpha a factor for all, in [0, 1]
 * @param gamma at least 0, where 0 is the plain cross-entropy times alpha
 * @param fromLogits whether outputs are the numbers before the softmax
 * @param labelSmoothing how much of the target is spread over all classes, in [0, 1)
 */
public record CategoricalFocalCrossentropy(double alpha, double gamma, boolean fromLogits, double labelSmoothing)
        implements Loss {

    public CategoricalFocalCrossentropy {
        Focus.require("categorical_focal_crossentropy", alpha, gamma);
        LabelSmoothing.require("categorical_focal_crossentropy", labelSmoothing);
    }

    /** Keras' defaults: alpha 0.25, gamma 2, on probabilities, without smoothing. */
    public static CategoricalFocalCrossentropy of() {
        return new CategoricalFocalCrossentropy(0.25, 2, false, 0);
    }

    @Override
    public double evaluate(float[] target, float[] weight, float[] output, float[] gradient, int rows, int columns) {
        double total = 0;
        for (int row = 0; row < rows; row++) {
            double w = weight == null ? 1 : weight[row];
            float scale = (float) (w / rows * alpha);
            total += w
                    * alpha
                    * (fromLogits
                            ? ofLogits(target, output, gradient, row * columns, columns, scale)
                            : ofProbabilities(target, output, gradient, row * columns, columns, scale));
        }
        return total;
    }

    private double ofLogits(float[] target, float[] output, float[] gradient, int start, int columns, float scale) {
        // The gradient holds the probabilities until it is known.
        double logSum = Probabilities.softmax(output, gradient, start, columns);
        double loss = 0;
        double pull = 0;
        for (int i = start; i < start + columns; i++) {
            loss -= smoothed(target[i], columns) * focusedLog(gradient[i], output[i] - logSum);
            pull += ofLog(target[i], columns, gradient[i], output[i] - logSum);
        }
        for (int i = start; i < start + columns; i++) {
            float p = gradient[i];
            gradient[i] = (float) (scale * (ofLog(target[i], columns, p, output[i] - logSum) - p * pull));
        }
        return loss;
    }

    private double ofProbabilities(
            float[] target, float[] output, float[] gradient, int start, int columns, float scale) {
        float inverse = 1f / Rows.sum(output, start, columns);
        double loss = 0;
        double pull = 0;
        for (int i = start; i < start + columns; i++) {
            float p = output[i] * inverse;
            float clipped = Probabilities.clip(p);
            double log = Math.log(clipped);
            loss -= smoothed(target[i], columns) * focusedLog(clipped, log);
            gradient[i] = Probabilities.isInside(p) ? (float) (ofLog(target[i], columns, p, log) / p) : 0f;
            pull += gradient[i] * p;
        }
        for (int i = start; i < start + columns; i++) {
            gradient[i] = (float) (scale * inverse * (gradient[i] - pull));
        }
        return loss;
    }

    private double smoothed(float target, int columns) {
        return target * (1 - labelSmoothing) + labelSmoothing / columns;
    }

    private double focusedLog(double p, double log) {
        return Focus.factor(1 - p, gamma) * log;
    }

    /** The derivative of one class' part of the loss by log p, but for alpha. */
    private double ofLog(float target, int columns, double p, double log) {
        double miss = 1 - p;
        return smoothed(target, columns) * (Focus.derivative(miss, gamma) * p * log - Focus.factor(miss, gamma));
    }

    @Override
    public Optional<Loss> overLogits(Activation outputActivation) {
        return !fromLogits && outputActivation instanceof Softmax
                ? Optional.of(new CategoricalFocalCrossentropy(alpha, gamma, true, labelSmoothing))
                : Optional.empty();
    }

    @Override
    public void requireOutputs(int columns) {
        if (columns < 2) {
            throw new IllegalArgumentException("categorical_focal_crossentropy needs one output per class, at least 2."
                    + " The network has " + columns + "; for one sigmoid output use binary_focal_crossentropy.");
        }
    }
}
