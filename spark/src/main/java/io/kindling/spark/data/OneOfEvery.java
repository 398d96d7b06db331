package io.kindling.spark.data;

import io.kindling.random.RandomKey;
import java.io.Serializable;

/**
 * Picks, of any so many rows in turn, one at random, so that of sorted rows each kind is picked as often. Which, depends on the
 * seed and the place of the row alone.
 */
final class OneOfEvery implements Serializable {
    private static final long serialVersionUID = 1;

    private final int count;
    private final long seed;
    /** Whether the others are meant. */
    private final boolean inverted;

    private OneOfEvery(int count, long seed, boolean inverted) {
        this.count = count;
        this.seed = seed;
        this.inverted = inverted;
    }

    /** One row of every {@code count}. */
    static OneOfEvery of(int count, long seed) {
        return new OneOfEvery(count, seed, false);
    }

    /** All rows that this does not pick. */
    OneOfEvery others() {
        return new OneOfEvery(count, seed, !inverted);
    }

    boolean picks(long row) {
        return (row == pickedOf(row / count)) != inverted;
    }

    private long pickedOf(long group) {
        return group * count + Math.floorMod(RandomKey.of(seed).longAt(group), count);
    }

    /** How many rows before this one are picked. */
    long before(long row) {
        long group = row / count;
        long picked = group + (pickedOf(group) < row ? 1 : 0);
        return inverted ? row - picked : picked;
    }
}
