package io.kindling.layers.tabular;

import io.kindling.errors.KindlingException;
import io.kindling.tensor.Shape;
import java.util.List;
import java.util.function.DoublePredicate;

/** Lists with a value for each feature of the last axis, or one for all of them. */
final class FeatureLists {

    private FeatureLists() {}

    /** A copy of a list, if it has values and all of them are as they must be. */
    static List<Double> require(String what, List<Double> values, DoublePredicate allowed) {
        if (values == null
                || values.isEmpty()
                || values.stream().anyMatch(value -> value == null || !allowed.test(value))) {
            throw new KindlingException(what + ", one per feature or one for all. Received: " + values + ".");
        }
        return List.copyOf(values);
    }

    /** Refuses an input with another number of features than a list has. */
    static void requireFeatures(Shape input, String name, int count) {
        if (count != input.requireFeatures().last()) {
            throw new KindlingException(
                    "Its " + name + " is for " + count + " features on the last axis. Received: " + input + ".");
        }
    }

    /** Refuses an input with another number of features than a list has that does not have one value for all. */
    static void requireFit(Shape input, String name, List<Double> values) {
        requireFeatures(
                input, name, values.size() == 1 ? input.requireFeatures().last() : values.size());
    }

    /** The value for each feature. */
    static double[] spread(List<Double> values, int features) {
        double[] spread = new double[features];
        for (int i = 0; i < features; i++) {
            spread[i] = values.get(values.size() == 1 ? 0 : i);
        }
        return spread;
    }
}
