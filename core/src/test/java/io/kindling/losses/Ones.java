package io.kindling.losses;

import java.util.Arrays;

/** The weights of rows that have none. */
final class Ones {

    private Ones() {}

    static float[] of(int rows) {
        float[] ones = new float[rows];
        Arrays.fill(ones, 1f);
        return ones;
    }
}
