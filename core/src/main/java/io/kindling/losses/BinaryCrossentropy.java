package io.kindling.losses;

import io.kindling.activations.Activation;
import io.kindling.activations.Sigmoid;
import io.kindling.math.Exp;
import java.util.Optional;

/**
 * Cross-entropy of independent yes/no outputs: the mean over them of {@code -t log p - (1 - t) log(1 - p)}.
 *
 * @param fromLogits whether outputs are the numbers before the sigmoid
 * @param labelSmoothing how far targets are drawn towards 1/2, in [0, 1)
 */
public record BinaryCrossentropy(boolean fromLogits, double labelSmoothing) implements ElementwiseLoss {

    public BinaryCrossentropy {
        LabelSmoothing.require("binary_crossentropy", labelSmoothing);
    }

    /** On probabilities, without smoothing. */
    public static BinaryCrossentropy of() {
        return new BinaryCrossentropy(false, 0);
    }

    @Override
    public double loss(float target, float output) {
        return crossentropy(LabelSmoothing.binary(target, labelSmoothing), output, fromLogits);
    }

    @Override
    public float derivative(float target, float output) {
        return derivative(LabelSmoothing.binary(target, labelSmoothing), output, fromLogits);
    }

    /** The cross-entropy of one output and its smoothed target. */
    static double crossentropy(double t, float output, boolean fromLogits) {
        if (fromLogits) {
            return Math.max(output, 0f) - output * t + Math.log1p(Exp.exp(-Math.abs(output)));
        }
        double p = Probabilities.clip(output);
        return -t * Math.log(p) - (1 - t) * Math.log1p(-p);
    }

    /** Its derivative by the output. */
    static float derivative(float t, float output, boolean fromLogits) {
        if (fromLogits) {
            return io.kindling.math.Sigmoid.sigmoid(output) - t;
        }
        if (!Probabilities.isInside(output)) {
            return 0f;
        }
        return (1f - t) / (1f - output) - t / output;
    }

    @Override
    public Optional<Loss> overLogits(Activation outputActivation) {
        return !fromLogits && outputActivation instanceof Sigmoid
                ? Optional.of(new BinaryCrossentropy(true, labelSmoothing))
                : Optional.empty();
    }
}
