package io.kindling.layers.recurrent;

import io.kindling.math.Rows;

/** Blocks of columns, of so many units each, taken out of rows of several gates, and put back. */
final class Gates {

    private Gates() {}

    /** Copies one gate's (rows, units) out of rows of all gates. */
    static void extract(float[] source, int gates, int gate, float[] target, int units, int rows) {
        for (int row = 0; row < rows; row++) {
            System.arraycopy(source, (row * gates + gate) * units, target, row * units, units);
        }
    }

    /** Adds one gate's (rows, units), out of rows of all gates, to the target. */
    static void add(float[] source, int gates, int gate, float[] target, int units, int rows) {
        for (int row = 0; row < rows; row++) {
            Rows.add(source, (row * gates + gate) * units, target, row * units, units);
        }
    }

    /** Copies one gate's (rows, units) into rows of all gates. */
    static void insert(float[] source, int units, float[] target, int gates, int gate, int rows) {
        for (int row = 0; row < rows; row++) {
            System.arraycopy(source, row * units, target, (row * gates + gate) * units, units);
        }
    }
}
