package io.kindling.engine;

import io.kindling.errors.KindlingException;
import io.kindling.models.LayerPlan;
import io.kindling.models.NetworkPlan;
import io.kindling.tensor.Shape;

/** How many examples a network takes at once. */
public final class MiniBatchRows {
    /** The most examples that are predicted at once. */
    private static final int MOST_PREDICTED = 256;

    /** The most numbers, 8 MB, that go into or come out of a layer when examples are predicted, if there are several. */
    private static final long MOST_NUMBERS = 1 << 21;

    /** Some JVMs allow no more in an array. */
    private static final long LONGEST_ARRAY = Integer.MAX_VALUE - Long.BYTES;

    private MiniBatchRows() {}

    /** How many examples are predicted at once: fewer where a layer is wide, as its buffers are as wide. */
    public static int ofPrediction(NetworkPlan plan) {
        return (int) Math.max(1, Math.min(MOST_PREDICTED, MOST_NUMBERS / widest(plan)));
    }

    /**
     * Refuses so many examples at once, if they have more numbers in a layer than an array holds.
     *
     * @throws KindlingException saying how many would do
     */
    public static void require(NetworkPlan plan, int rows) {
        long widest = widest(plan);
        if (rows * widest > LONGEST_ARRAY) {
            throw new KindlingException("A mini-batch of " + rows + " examples is too large for a network with "
                    + widest + " numbers of each in its widest layer: an array holds 2^31 - 9 of them. Choose a"
                    + " batchSize of at most " + LONGEST_ARRAY / widest + ".");
        }
    }

    private static long widest(NetworkPlan plan) {
        long widest = 1;
        for (LayerPlan layer : plan.layers()) {
            for (Shape input : layer.inputs()) {
                widest = Math.max(widest, input.size());
            }
            widest = Math.max(widest, layer.output().size());
        }
        return widest;
    }
}
