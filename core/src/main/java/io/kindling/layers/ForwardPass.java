package io.kindling.layers;

import io.kindling.random.RandomKey;

/**
 * The circumstances of one forward pass, as one layer sees them.
 *
 * @param training whether layers such as dropout are active
 * @param key the source of all randomness of one layer in this pass
 */
public record ForwardPass(boolean training, RandomKey key) {

    /** A pass that predicts: nothing in it is random. */
    public static final ForwardPass INFERENCE = new ForwardPass(false, RandomKey.of(0));

    /** A pass that is followed by a backward pass. */
    public static ForwardPass training(RandomKey key) {
        return new ForwardPass(true, key);
    }

    /** The pass as the layer at a position sees it, with randomness of its own. */
    public ForwardPass forLayer(int position) {
        return training ? new ForwardPass(true, key.with(position)) : this;
    }
}
