package io.kindling.spark.training;

import java.io.Serializable;

/** Some slices of one worker's state after a round: all of them, or one. */
final class SharedSlices implements Serializable {
    private static final long serialVersionUID = 1;

    private final Share share;
    private final byte[][] slices;

    SharedSlices(Share share, byte[][] slices) {
        this.share = share;
        this.slices = slices;
    }

    Share share() {
        return share;
    }

    byte[] slice(int index) {
        return slices[index];
    }
}
