package io.kindling.dl4j.layers;

import io.kindling.dl4j.graph.Translation;
import io.kindling.layers.Layer;
import io.kindling.tensor.Shape;

/** Layers that apply an activation and nothing else. */
final class ActivationTranslator<L extends Layer> implements Translator<L> {

    @Override
    public void translate(L layer, Shape input, Translation translation) {
        ActivationFunctions.add(layer.outputActivation(), input.last(), translation);
    }
}
