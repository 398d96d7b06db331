package io.kindling.layers.merging;

import io.kindling.errors.KindlingException;
import io.kindling.layers.Layer;
import io.kindling.layers.WeightSpec;
import io.kindling.tensor.Shape;
import java.util.List;

/** A layer without weights that makes one value of several. */
interface Merge extends Layer {

    @Override
    default List<WeightSpec> weights(List<Shape> inputs) {
        return List.of();
    }

    @Override
    default boolean takesList() {
        return true;
    }

    @Override
    default boolean supportsMasking() {
        return true;
    }

    /** Refuses a number of inputs that cannot be merged. */
    static void requireInputs(List<Shape> inputs, int least, int most) {
        if (inputs.size() < least || inputs.size() > most) {
            String needed = least == most ? "" + least : "at least " + least;
            throw new KindlingException(
                    "It merges " + needed + " inputs. Received: " + inputs.size() + ", " + inputs + ".");
        }
    }
}
