package io.kindling.losses;

/** The check of the field that the cross-entropies share. */
final class LabelSmoothing {

    private LabelSmoothing() {}

    static void require(String loss, double labelSmoothing) {
        if (!(labelSmoothing >= 0 && labelSmoothing < 1)) {
            throw new IllegalArgumentException(
                    loss + " needs a label_smoothing in [0, 1). Received: " + labelSmoothing + ".");
        }
    }
}
