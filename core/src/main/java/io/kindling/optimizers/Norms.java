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

    /** Gives a part a norm of at most this, in its direction. */
    static void shorten(float[] values, int from, int to, double largest) {
        double norm = norm(values, from, to);
        if (norm > largest) {
            float factor = (float) (largest / norm);
            for (int i = from; i < to; i++) {
                values[i] *= factor;
            }
        }
    }
}
