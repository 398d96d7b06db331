package io.kindling.initializers;

import io.kindling.tensor.Shape;

/**
 * How many inputs and outputs one unit of a weight has, as Keras counts them.
 *
 * @param in all axes but the last two, times the last but one
 * @param out all axes but the last two, times the last
 */
record Fans(double in, double out) {

    static Fans of(Shape shape) {
        if (shape.rank() == 0) {
            return new Fans(1, 1);
        }
        if (shape.rank() == 1) {
            return new Fans(shape.last(), shape.last());
        }
        double in = (double) shape.size() / shape.last();
        double out = (double) shape.size() / shape.dimension(shape.rank() - 2);
        return new Fans(in, out);
    }

    double average() {
        return (in + out) / 2;
    }
}
