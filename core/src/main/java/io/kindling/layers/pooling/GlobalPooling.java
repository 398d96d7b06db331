package io.kindling.layers.pooling;

import io.kindling.layers.UnaryLayer;
import io.kindling.layers.convolutional.Windows;
import io.kindling.tensor.Shape;

/** What the layers that pool all positions share: (steps, channels) or (height, width, channels) to (channels). */
interface GlobalPooling extends UnaryLayer {

    /** How many axes there are before the channels. */
    int axes();

    @Override
    default Shape outputShape(Shape input) {
        Windows.requireAxes(input, axes());
        return Shape.of(input.last());
    }

    default Windows window(Shape input) {
        return Windows.whole(input, axes());
    }
}
