package io.kindling.losses;

import io.kindling.activations.Activation;
import io.kindling.activations.Softmax;
import io.kindling.errors.KindlingException;
import io.kindling.math.Rows;
import java.util.Arrays;
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
        implements RowLoss {

    public CategoricalFocalCrossentropy {
        Focus.require("categorical_focal_crossentropy", alpha, gamma);
        LabelSmoothing.require("categorical_focal_crossentropy", labelSmoothing);
    }

    /** Keras' defaults: alpha 0.25, gamma 2, on probabilities, without smoothing. */
    public static CategoricalFocalCrossentropy of() {
        return new CategoricalFocalCrossentropy(0.25, 2, false, 0);
    }

    @Override
    public double factor() {
        return alpha;
    }

    @Override
    public double loss(float[] target, float[] output, int row, int columns) {
        int start = row * columns;
        if (!fromLogits) {
            return ofProbabilities(target, output, start, columns);
        }
        float[] p = Arrays.copyOfRange(output, start, start + columns);
        return ofLogits(target, output, Probabilities.softmax(p, p, 0, columns), p, start);
    }

    @Override
    public double lossAndDerivative(
            float[] target, float[] output, double scale, float[] gradient, int row, int columns) {
        int start = row * columns;
        if (!fromLogits) {
            return withDerivativeByProbabilities(target, output, (float) scale, gradient, start, columns);
        }
        double logSum = Probabilities.softmax(output, gradient, start, columns);
        return withDerivativeByLogits(target, output, logSum, (float) scale, gradient, start, columns);
    }

    private double ofLogits(float[] target, float[] output, double logSum, float[] p, int start) {
        double spread = spread(p.length);
        double loss = 0;
        for (int i = 0; i < p.length; i++) {
            loss += ofClass(smoothed(target[start + i], spread), p[i], output[start + i] - logSum);
        }
        return loss;
    }

    /** Makes the probabilities in the gradient the derivative by their logits. */
    private double withDerivativeByLogits(
            float[] target, float[] output, double logSum, float scale, float[] gradient, int start, int columns) {
        double spread = spread(columns);
        double loss = 0;
        double pull = 0;
        for (int i = start; i < start + columns; i++) {
            double t = smoothed(target[i], spread);
            loss += ofClass(t, gradient[i], output[i] - logSum);
            pull += byLog(t, gradient[i], output[i] - logSum);
        }
        for (int i = start; i < start + columns; i++) {
            float p = gradient[i];
            double slope = byLog(smoothed(target[i], spread), p, output[i] - logSum);
            gradient[i] = (float) (scale * (slope - p * pull));
        }
        return loss;
    }

    private double ofProbabilities(float[] target, float[] output, int start, int columns) {
        float inverse = 1f / Rows.sum(output, start, columns);
        double spread = spread(columns);
        double loss = 0;
        for (int i = start; i < start + columns; i++) {
            float p = Probabilities.clip(output[i] * inverse);
            loss += ofClass(smoothed(target[i], spread), p, Math.log(p));
        }
        return loss;
    }

    private double withDerivativeByProbabilities(
            float[] target, float[] output, float scale, float[] gradient, int start, int columns) {
        float inverse = 1f / Rows.sum(output, start, columns);
        double spread = spread(columns);
        double loss = 0;
        double pull = 0;
        for (int i = start; i < start + columns; i++) {
            double t = smoothed(target[i], spread);
            float p = output[i] * inverse;
            float clipped = Probabilities.clip(p);
            double log = Math.log(clipped);
            loss += ofClass(t, clipped, log);
            gradient[i] = Probabilities.isInside(p) ? (float) (byLog(t, p, log) / p) : 0f;
            pull += gradient[i] * p;
        }
        for (int i = start; i < start + columns; i++) {
            gradient[i] = (float) (scale * inverse * (gradient[i] - pull));
        }
        return loss;
    }

    /** The part of every target that each class gets. */
    private double spread(int columns) {
        return labelSmoothing / columns;
    }

    private double smoothed(float target, double spread) {
        return target * (1 - labelSmoothing) + spread;
    }

    /** One class' part of the loss, but for alpha. */
    private double ofClass(double t, double p, double log) {
        return -t * (Focus.factor(1 - p, gamma) * log);
    }

    /** Its derivative by log p. */
    private double byLog(double t, double p, double log) {
        double miss = 1 - p;
        return t * (Focus.derivative(miss, gamma) * p * log - Focus.factor(miss, gamma));
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
            throw new KindlingException("categorical_focal_crossentropy needs one output per class, at least 2."
                    + " The network has " + columns + "; for one sigmoid output use binary_focal_crossentropy.");
        }
    }
}
