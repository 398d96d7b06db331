package io.kindling.constraints;

import io.kindling.errors.KindlingException;
import io.kindling.registry.SingleOrList;
import io.kindling.tensor.Shape;
import java.util.List;

/**
 * No norm above a limit: {@code w · min(‖w‖, max_value) / (‖w‖ + 1e-7)}, with the Euclidean norm along some axes.
 *
 * <p>Srivastava et al., "Dropout", JMLR 2014.
 *
 * @param maxValue at least 0
 * @param axis the axes a norm is taken along, side by side, negative ones from the end: 0 for the weights into one
 *     unit of a dense layer, [0, 1, 2] for a filter of a two-dimensional convolution
 */
public record MaxNorm(double maxValue, @SingleOrList List<Integer> axis) implements Constraint {

    public MaxNorm {
        axis = NormAxes.require("max_norm", axis);
        if (!(maxValue >= 0 && Double.isFinite(maxValue))) {
            throw new KindlingException("max_norm needs a max_value of at least 0. Received: " + maxValue + ".");
        }
    }

    /** Keras' default, a norm of at most 2 along the first axis. */
    public static MaxNorm of() {
        return of(2);
    }

    /** Along the first axis. */
    public static MaxNorm of(double maxValue) {
        return new MaxNorm(maxValue, List.of(0));
    }

    @Override
    public void apply(float[] values, int offset, Shape shape) {
        NormAxes.of("max_norm", axis, shape).rescale(values, offset, norm -> Math.min(norm, maxValue));
    }

    @Override
    public void requireShape(Shape shape) {
        NormAxes.of("max_norm", axis, shape);
    }
}
