package io.kindling.engine;

import io.kindling.math.Rows;
import java.util.Arrays;

/** The gradient of each value of a network in one way back: the sum of what all that use the value contribute. */
final class GradientSums {
    private final float[][] sums;
    private final boolean[] begun;

    /** Of so many values. */
    GradientSums(int values) {
        this.sums = new float[values][0];
        this.begun = new boolean[values];
    }

    /** Begins another way back, from the gradient of one value. */
    void start(int value, float[] gradient) {
        Arrays.fill(begun, false);
        begun[value] = true;
        sums[value] = gradient;
    }

    /** Adds what one use of a value contributes; the array is the value's from now on. */
    void add(int value, float[] gradient, int size) {
        if (begun[value]) {
            Rows.add(gradient, 0, sums[value], 0, size);
        } else {
            begun[value] = true;
            sums[value] = gradient;
        }
    }

    /** The gradient of a value, of which all uses were gone through. */
    float[] of(int value) {
        return sums[value];
    }
}
