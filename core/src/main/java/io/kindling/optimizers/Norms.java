package io.kindling.optimizers;

/** Euclidean norms of parts of a vector. */
final class Norms {

    private Norms() {}

    static double norm(float[] values, int from, int to) {
        double squares = 0;
        for (int i = from; i < to; i++) {
            squares += (double) values[i] * values[i];
        }
        return Math.sqrt(squares);
    }
}
