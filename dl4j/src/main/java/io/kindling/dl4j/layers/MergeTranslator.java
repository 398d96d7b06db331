package io.kindling.dl4j.layers;

import io.kindling.dl4j.graph.Translation;
import io.kindling.errors.KindlingException;
import io.kindling.layers.Layer;
import io.kindling.tensor.Shape;
import java.util.List;

/**
 * Translates one kind of layer with several inputs.
 *
 * @param <L> the kind
 */
@FunctionalInterface
interface MergeTranslator<L extends Layer> {

    /**
     * Adds what does the same.
     *
     * @param inputs the shapes of one example
     * @throws KindlingException if DL4J has no counterpart for the layer as it is
     */
    void translate(L layer, List<Shape> inputs, Translation translation);
}
