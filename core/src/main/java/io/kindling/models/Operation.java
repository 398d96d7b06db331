package io.kindling.models;

import io.kindling.layers.Layer;
import io.kindling.regularizers.Regularizer;
import io.kindling.tensor.Shape;
import java.util.List;
import java.util.Optional;

/**
 * One step in running a network: a layer, or one of the {@linkplain Layer#parts parts} it is made of.
 *
 * @param place the layer in the network
 * @param position that layer's index in the network, which its randomness follows
 * @param layer what runs
 * @param inputs the values it is given. They are numbered: the network's inputs first, then what each operation gives
 * @param inputShapes their shapes
 * @param output the shape of what it gives
 * @param isLast whether it is the last part of its layer
 * @param inPlace whether it may write its output over its input, which nobody else reads
 */
public record Operation(
        LayerPlan place,
        int position,
        Layer layer,
        List<Integer> inputs,
        List<Shape> inputShapes,
        Shape output,
        boolean isLast,
        boolean inPlace) {

    /** The penalty on what it gives. */
    public Optional<Regularizer> penalty() {
        return isLast ? place.layer().outputPenalty() : Optional.empty();
    }
}
