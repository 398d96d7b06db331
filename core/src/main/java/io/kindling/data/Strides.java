package io.kindling.data;

/** Every so manyth row of several. */
final class Strides {

    private Strides() {}

    /** How many of the rows 0 to rows - 1 are first, first + step, … */
    static int count(int rows, int first, int step) {
        return first >= rows ? 0 : (rows - 1 - first) / step + 1;
    }
}
