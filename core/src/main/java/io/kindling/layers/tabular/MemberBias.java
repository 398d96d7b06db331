package io.kindling.layers.tabular;

import io.kindling.layers.WeightSlice;
import io.kindling.math.Rows;
import java.util.Arrays;

/**
 * A bias for each member, added to every example.
 *
 * @param weight the biases
 * @param size how many numbers there are of all members
 */
record MemberBias(WeightSlice weight, int size) {

    void add(float[] z, int examples) {
        for (int example = 0; example < examples; example++) {
            Rows.add(weight.values(), weight.offset(), z, example * size, size);
        }
    }

    /** Writes the gradient, the sum over the examples of that of z. */
    void writeGradient(float[] dz, int examples) {
        Arrays.fill(weight.gradient(), weight.offset(), weight.offset() + size, 0f);
        for (int example = 0; example < examples; example++) {
            Rows.add(dz, example * size, weight.gradient(), weight.offset(), size);
        }
    }
}
