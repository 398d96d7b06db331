package io.kindling.examples.extension;

import io.kindling.layers.Layer;
import io.kindling.registry.Extension;
import java.util.List;

/** Gives the layers of this package their names; {@code META-INF/services} names this class. */
public final class ExampleExtension implements Extension {

    @Override
    public List<Addition> additions() {
        return List.of(new Addition(Layer.class, "LayerScale", LayerScale.of()));
    }
}
