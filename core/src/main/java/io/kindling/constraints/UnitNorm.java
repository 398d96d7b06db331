package io.kindling.constraints;

import io.kindling.registry.SingleOrList;
import io.kindling.tensor.Shape;
import java.util.List;

/**
 * Every norm one: {@code w / (‖w‖ + 1e-7)}, with the Euclidean norm along some axes.
 *
 * @param axis the axes a norm is taken along, side by side, negative ones from the end
 */
public record UnitNorm(@SingleOrList List<Integer> axis) implements Constraint {

    public UnitNorm {
        axis = NormAxes.require("unit_norm", axis);
    }

    /** Keras' default, along the first axis. */
    public static UnitNorm of() {
        return new UnitNorm(List.of(0));
    }

    @Override
    public void apply(float[] values, int offset, Shape shape) {
        NormAxes.of("unit_norm", axis, shape).rescale(values, offset, norm -> 1);
    }

    @Override
    public void requireShape(Shape shape) {
        NormAxes.of("unit_norm", axis, shape);
    }
}
