package io.kindling.dl4j.layers;

import io.kindling.dl4j.graph.Translation;
import io.kindling.errors.KindlingException;
import io.kindling.layers.Layer;
import io.kindling.tensor.Shape;

/**
 * Translates one kind of layer with one input.
 *
 * @param <L> the kind
 */
@FunctionalInterface
interface Translator<L extends Layer> {

    /**
     * Adds what does the same.
     *
     * @param input the shape of one example
     * @throws KindlingException if DL4J has no counterpart for the layer as it is
     */
    void translate(L layer, Shape input, Translation translation);
}
