package io.kindling.metrics;

/** Classes as indices, however targets and outputs are written. */
final class Classes {

    private Classes() {}

    /** The true class of a row: the index itself, the largest of several, or 0 or 1 for a single yes/no output. */
    static int target(float[] target, int targetColumns, int row, int columns) {
        if (targetColumns > 1) {
            return largest(target, row * targetColumns, targetColumns);
        }
        return columns > 1 ? (int) target[row] : Math.round(target[row]);
    }

    /** The predicted class of a row: the largest output, or whether a single one is above one half. */
    static int predicted(float[] output, int row, int columns) {
        if (columns == 1) {
            return output[row] > 0.5f ? 1 : 0;
        }
        return largest(output, row * columns, columns);
    }

    private static int largest(float[] values, int start, int columns) {
        int best = 0;
        for (int i = 1; i < columns; i++) {
            if (values[start + i] > values[start + best]) {
                best = i;
            }
        }
        return best;
    }
}
