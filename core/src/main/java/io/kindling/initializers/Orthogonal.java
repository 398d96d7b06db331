package io.kindling.initializers;

import io.kindling.errors.KindlingException;
import io.kindling.random.RandomKey;
import io.kindling.tensor.Shape;

/**
 * An orthogonal matrix times a gain: its columns, or its rows if there are fewer, have length {@code gain} and right
 * angles to each other, so that a recurrence neither grows nor shrinks its state.
 *
 * <p>Normal numbers, orthogonalized by Gram and Schmidt. Saxe, McClelland and Ganguli, "Exact solutions to the nonlinear
 * dynamics of learning in deep linear neural networks", arXiv:1312.6120.
 *
 * @param gain the length of each column
 */
public record Orthogonal(double gain) implements Initializer {

    public Orthogonal {
        if (!Double.isFinite(gain)) {
            throw new KindlingException("orthogonal needs a finite gain. Received: " + gain + ".");
        }
    }

    /** Keras' default, a gain of 1. */
    public static Orthogonal of() {
        return new Orthogonal(1);
    }

    @Override
    public void fill(float[] values, int offset, Shape shape, RandomKey key) {
        if (shape.rank() < 2) {
            throw new KindlingException("orthogonal needs a weight of at least two axes. Received: " + shape + ".");
        }
        int columns = shape.last();
        int rows = shape.size() / columns;
        int count = Math.min(rows, columns);
        int length = Math.max(rows, columns);
        double[][] vectors = orthonormal(count, length, key);
        for (int row = 0; row < rows; row++) {
            for (int column = 0; column < columns; column++) {
                double value = rows >= columns ? vectors[column][row] : vectors[row][column];
                values[offset + row * columns + column] = (float) (gain * value);
            }
        }
    }

    private static double[][] orthonormal(int count, int length, RandomKey key) {
        double[][] vectors = new double[count][length];
        for (int i = 0; i < count; i++) {
            for (int j = 0; j < length; j++) {
                vectors[i][j] = key.gaussianAt((long) i * length + j);
            }
            // Twice, because the first pass leaves rounding errors.
            removeComponents(vectors, i);
            removeComponents(vectors, i);
            scale(vectors[i], 1 / Math.sqrt(dot(vectors[i], vectors[i])));
        }
        return vectors;
    }

    /** Takes from a vector its components along all before it. */
    private static void removeComponents(double[][] vectors, int index) {
        double[] vector = vectors[index];
        for (int i = 0; i < index; i++) {
            double along = dot(vector, vectors[i]);
            for (int j = 0; j < vector.length; j++) {
                vector[j] -= along * vectors[i][j];
            }
        }
    }

    private static double dot(double[] a, double[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += a[i] * b[i];
        }
        return sum;
    }

    private static void scale(double[] vector, double factor) {
        for (int i = 0; i < vector.length; i++) {
            vector[i] *= factor;
        }
    }
}
