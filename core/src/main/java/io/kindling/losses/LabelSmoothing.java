package io.kindling.losses;

import io.kindling.errors.KindlingException;

/** The field that the cross-entropies share. */
final class LabelSmoothing {

    private LabelSmoothing() {}

    static void require(String loss, double labelSmoothing) {
        if (!(labelSmoothing >= 0 && labelSmoothing < 1)) {
            throw new KindlingException(loss + " needs a label_smoothing in [0, 1). Received: " + labelSmoothing + ".");
        }
    }

    /** A yes/no target drawn towards 1/2. */
    static float binary(float target, double labelSmoothing) {
        return (float) (target * (1 - labelSmoothing) + 0.5 * labelSmoothing);
    }
}
