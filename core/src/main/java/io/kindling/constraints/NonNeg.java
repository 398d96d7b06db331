package io.kindling.constraints;

import io.kindling.tensor.Shape;

/** No negative weights: {@code w = max(w, 0)}. */
public record NonNeg() implements Constraint {

    @Override
    public void apply(float[] values, int offset, Shape shape) {
        for (int i = offset; i < offset + shape.size(); i++) {
            values[i] = Math.max(values[i], 0f);
        }
    }
}
