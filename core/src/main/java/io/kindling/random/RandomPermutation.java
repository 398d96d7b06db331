package io.kindling.random;

import io.kindling.errors.KindlingException;

/**
 * The numbers 0 to size - 1 in random order, each computed by itself: no array, whatever the size.
 *
 * <p>A Feistel network over the next power of four is a permutation of it; numbers beyond the size are sent through
 * again until they fall below ("cycle walking": Black and Rogaway, "Ciphers with arbitrary finite domains", 2002).
 */
public final class RandomPermutation {
    private static final int FEISTEL_ROUNDS = 10;

    private final int size;
    private final int halfBits;
    private final int halfMask;
    private final RandomKey[] roundKeys = new RandomKey[FEISTEL_ROUNDS];

    /** The permutation of {@code size} numbers that belongs to a key. */
    public RandomPermutation(RandomKey key, int size) {
        if (size < 1) {
            throw new KindlingException("A permutation needs a positive size. Received: " + size + ".");
        }
        this.size = size;
        int bits = Math.max(2, 32 - Integer.numberOfLeadingZeros(size - 1));
        this.halfBits = (bits + 1) / 2;
        this.halfMask = (1 << halfBits) - 1;
        for (int round = 0; round < FEISTEL_ROUNDS; round++) {
            roundKeys[round] = key.with(round);
        }
    }

    /** The number at a position. */
    public int at(int position) {
        long value = position;
        do {
            value = encrypt(value);
        } while (value >= size);
        return (int) value;
    }

    private long encrypt(long value) {
        long left = value >>> halfBits;
        long right = value & halfMask;
        for (RandomKey roundKey : roundKeys) {
            long next = left ^ (roundKey.longAt(right) & halfMask);
            left = right;
            right = next;
        }
        return left << halfBits | right;
    }
}
