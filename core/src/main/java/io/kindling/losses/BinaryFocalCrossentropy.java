package io.kindling.losses;

import io.kindling.activations.Activation;
import io.kindling.activations.Sigmoid;
import java.util.Optional;

/**
 * {@link BinaryCrossentropy} that cares less for what is predicted well: each output's times
 * {@code (1 - p_t)^gamma}, with {@code p_t} the probability given to the truth.
 *
 * <p>Lin et al., "Focal loss for dense object detection", arXiv:1708.02002.
 *
 * @param applyClassBalancing whether positive examples count {@code alpha} and negative ones {@code 1 - alpha}
 * @param alpha in [0, 1]
 * @param gamma at least 0, where 0 is the plain cross-entropy
 * @param fromLogits whether outputs are the numbers before the sigmoid
 * @param labelSmoothing how far targets are drawn towards 1/2, in [0, 1)
 */
public record BinaryFocalCrossentropy(
        boolean applyClassBalancing, double alpha, double gamma, boolean fromLogits, double labelSmoothing)
        implements ElementwiseLoss {

    public BinaryFocalCrossentropy {
        Focus.require("binary_focal_crossentropy", alpha, gamma);
        LabelSmoothing.require("binary_focal_crossentropy", labelSmoothing);
    }

    /** Keras' defaults: no class balancing (else alpha 0.25), gamma 2, on probabilities, without smoothing. */
    public static BinaryFocalCrossentropy of() {
        return new BinaryFocalCrossentropy(false, 0.25, 2, false, 0);
    }

    @Override
    public double loss(float target, float output) {
        float t = LabelSmoothing.binary(target, labelSmoothing);
        double factor = Focus.factor(miss(t, probability(output)), gamma);
        return balance(t) * factor * BinaryCrossentropy.crossentropy(t, output, fromLogits);
    }

    @Override
    public float derivative(float target, float output) {
        float t = LabelSmoothing.binary(target, labelSmoothing);
        double p = probability(output);
        double miss = miss(t, p);
        double slope = (1 - 2 * t) * (fromLogits ? p * (1 - p) : 1);
        double ofFactor =
                Focus.derivative(miss, gamma) * slope * BinaryCrossentropy.crossentropy(t, output, fromLogits);
        double ofCrossentropy = Focus.factor(miss, gamma) * BinaryCrossentropy.derivative(t, output, fromLogits);
        return (float) (balance(t) * (ofFactor + ofCrossentropy));
    }

    private double probability(float output) {
        return fromLogits ? io.kindling.math.Sigmoid.sigmoid(output) : output;
    }

    private static double miss(double t, double p) {
        return t * (1 - p) + (1 - t) * p;
    }

    private double balance(double t) {
        return applyClassBalancing ? t * alpha + (1 - t) * (1 - alpha) : 1;
    }

    @Override
    public Optional<Loss> overLogits(Activation outputActivation) {
        return !fromLogits && outputActivation instanceof Sigmoid
                ? Optional.of(new BinaryFocalCrossentropy(applyClassBalancing, alpha, gamma, true, labelSmoothing))
                : Optional.empty();
    }
}
