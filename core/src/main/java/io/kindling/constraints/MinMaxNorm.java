package io.kindling.constraints;

import io.kindling.errors.KindlingException;
import io.kindling.registry.SingleOrList;
import io.kindling.tensor.Shape;
import java.util.List;

/**
 * Norms between two limits, or part of the way there: {@code w · (rate · clip(‖w‖, min_value, max_value) +
 * (1 - rate) · ‖w‖) / (‖w‖ + 1e-7)}, with the Euclidean norm along some axes.
 *
 * @param minValue at least 0
 * @param maxValue at least {@code minValue}
 * @param rate how much of the way a step goes, in [0, 1]
 * @param axis the axes a norm is taken along, side by side, negative ones from the end
 */
public record MinMaxNorm(
        double minValue,
        double maxValue,
        double rate,
        @SingleOrList List<Integer> axis) implements Constraint {

    public MinMaxNorm {
        axis = NormAxes.require("min_max_norm", axis);
        if (!(minValue >= 0 && maxValue >= minValue && Double.isFinite(maxValue))) {
            throw new KindlingException(
                    "min_max_norm needs 0 <= min_value <= max_value. Received: " + minValue + " and " + maxValue + ".");
        }
        if (!(rate >= 0 && rate <= 1)) {
            throw new KindlingException("min_max_norm needs a rate in [0, 1]. Received: " + rate + ".");
        }
    }

    /** Keras' defaults: between 0 and 1, all the way, along the first axis. */
    public static MinMaxNorm of() {
        return of(0, 1);
    }

    /** All the way, along the first axis. */
    public static MinMaxNorm of(double minValue, double maxValue) {
        return new MinMaxNorm(minValue, maxValue, 1, List.of(0));
    }

    @Override
    public void apply(float[] values, int offset, Shape shape) {
        NormAxes.of("min_max_norm", axis, shape)
                .rescale(
                        values,
                        offset,
                        norm -> rate * Math.max(minValue, Math.min(maxValue, norm)) + (1 - rate) * norm);
    }

    @Override
    public void requireShape(Shape shape) {
        NormAxes.of("min_max_norm", axis, shape);
    }
}
