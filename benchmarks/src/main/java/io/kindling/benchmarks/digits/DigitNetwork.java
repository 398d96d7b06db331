package io.kindling.benchmarks.digits;

import io.kindling.layers.core.Dense;
import io.kindling.models.Sequential;

/** The classifier of ten digits that the benchmarks on images train and apply. */
public final class DigitNetwork {
    private static final int FIRST = 512;
    private static final int SECOND = 256;
    /** Digits it tells apart. */
    public static final int CLASSES = 10;

    private DigitNetwork() {}

    /** Two hidden layers of relu units, then softmax. */
    public static Sequential network() {
        return Sequential.of(
                Dense.of(FIRST).activation("relu"),
                Dense.of(SECOND).activation("relu"),
                Dense.of(CLASSES).activation("softmax"));
    }

    /** The size of every layer, the input's first: MLlib's way to say it. */
    public static int[] layers(int features) {
        return new int[] {features, FIRST, SECOND, CLASSES};
    }
}
