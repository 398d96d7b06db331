package io.kindling.layers.pooling;

import io.kindling.errors.KindlingException;
import io.kindling.layers.UnaryLayer;
import io.kindling.layers.convolutional.Padding;
import io.kindling.layers.convolutional.Windows;
import io.kindling.tensor.Shape;
import java.util.List;

/** What the layers that pool windows share: (steps, channels) or (height, width, channels) to shorter of the same. */
interface Pooling extends UnaryLayer {

    List<Integer> poolSize();

    /** How far apart windows start, or null for the size of a window. */
    List<Integer> strides();

    Padding padding();

    @Override
    default Shape outputShape(Shape input) {
        Windows windows = windows(input);
        return windows.outputShape(windows.channels());
    }

    default Windows windows(Shape input) {
        List<Integer> steps = strides() == null ? poolSize() : strides();
        return Windows.over(input, poolSize(), steps, Windows.ones(poolSize().size()), padding());
    }

    /** The strides checked, or null as they are. */
    static List<Integer> strides(String layer, List<Integer> strides, int axes) {
        return strides == null ? null : Windows.lengths(layer, "strides", strides, axes);
    }

    static void requirePadding(String layer, Padding padding) {
        if (padding != Padding.VALID && padding != Padding.SAME) {
            throw new KindlingException(layer + " needs the padding \"valid\" or \"same\". Received: " + padding + ".");
        }
    }
}
