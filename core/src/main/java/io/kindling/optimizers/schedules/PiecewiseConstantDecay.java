package io.kindling.optimizers.schedules;

import io.kindling.errors.KindlingException;
import java.util.Arrays;
import java.util.List;

/**
 * A rate for each stretch of steps: the first value up to and including the step {@code boundaries[0]}, the second up
 * to {@code boundaries[1]}, and so on; Keras' {@code PiecewiseConstantDecay}.
 *
 * @param boundaries the last step of each stretch but the last, rising
 * @param values one rate more than boundaries; positive
 */
public record PiecewiseConstantDecay(List<Long> boundaries, List<Double> values) implements Schedule {

    public PiecewiseConstantDecay {
        boundaries = List.copyOf(boundaries);
        values = List.copyOf(values);
        if (values.size() != boundaries.size() + 1) {
            throw new KindlingException("piecewise_constant_decay needs one value more than boundaries." + " Received: "
                    + boundaries + " and " + values + ".");
        }
        for (int i = 1; i < boundaries.size(); i++) {
            if (boundaries.get(i) <= boundaries.get(i - 1)) {
                throw new KindlingException(
                        "piecewise_constant_decay needs rising boundaries. Received: " + boundaries + ".");
            }
        }
        values.forEach(value -> Ranges.positive("piecewise_constant_decay", "value", value));
    }

    public static PiecewiseConstantDecay of(long[] boundaries, double... values) {
        return new PiecewiseConstantDecay(
                Arrays.stream(boundaries).boxed().toList(),
                Arrays.stream(values).boxed().toList());
    }

    @Override
    public double at(long step) {
        int stretch = 0;
        while (stretch < boundaries.size() && step > boundaries.get(stretch)) {
            stretch++;
        }
        return values.get(stretch);
    }
}
