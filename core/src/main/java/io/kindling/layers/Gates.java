package io.kindling.layers;

/** Blocks of columns taken out of rows of several gates, and put back. */
final class Gates {

    private Gates() {}

    /**
     * Copies one gate out of rows of all gates and adds its bias.
     *
     * @param source (rows, columns)
     * @param bias may be null
     * @param target (rows, units)
     */
    static void extract(float[] source, int columns, int gate, WeightSlice bias, float[] target, int units, int rows) {
        int first = gate * units;
        if (bias == null) {
            for (int row = 0; row < rows; row++) {
                System.arraycopy(source, row * columns + first, target, row * units, units);
            }
            return;
        }
        for (int row = 0; row < rows; row++) {
            addRow(source, row * columns + first, bias.values(), bias.offset() + first, target, row * units, units);
        }
    }

    private static void addRow(float[] a, int atA, float[] b, int atB, float[] target, int at, int count) {
        for (int i = 0; i < count; i++) {
            target[at + i] = a[atA + i] + b[atB + i];
        }
    }

    /** Copies one gate's (rows, units) into rows of all gates. */
    static void insert(float[] source, int units, float[] target, int columns, int gate, int rows) {
        for (int row = 0; row < rows; row++) {
            System.arraycopy(source, row * units, target, row * columns + gate * units, units);
        }
    }

    /** {@code target[i] += source[i]} for i below count. */
    static void add(float[] source, float[] target, int count) {
        for (int i = 0; i < count; i++) {
            target[i] += source[i];
        }
    }
}
