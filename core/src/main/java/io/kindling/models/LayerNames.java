package io.kindling.models;

import io.kindling.errors.KindlingException;
import io.kindling.layers.NamedLayer;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Keras' names of layers: the class in snake case, numbered from the second on, unless a name is given. */
final class LayerNames {
    private final Map<String, Integer> seen = new HashMap<>();
    private final Set<String> given = new HashSet<>();

    /**
     * Of layers some of which may have names of their own.
     *
     * @throws KindlingException if two have the same
     */
    LayerNames(List<String> names) {
        for (String name : names) {
            if (!given.add(name)) {
                throw new KindlingException(
                        "Every layer needs a name of its own. Received '" + name + "' for two of them.");
            }
        }
    }

    /** Refuses layers that were given the same name. */
    static void requireDistinct(List<String> names) {
        new LayerNames(names);
    }

    /** The names of layers one after the other. */
    static List<String> of(List<NamedLayer> layers) {
        LayerNames names = new LayerNames(given(layers));
        return layers.stream().map(names::next).toList();
    }

    /** The names that were given. */
    static List<String> given(List<NamedLayer> layers) {
        return layers.stream()
                .map(NamedLayer::name)
                .filter(name -> !name.isEmpty())
                .toList();
    }

    /** The name of the next layer. */
    String next(NamedLayer layer) {
        return layer.name().isEmpty() ? unused(Layers.registry().nameOf(layer.layer())) : layer.name();
    }

    /** A usual name for a layer of a class that is none of those there are. */
    static String unused(String className, List<String> names) {
        return new LayerNames(names).unused(className);
    }

    private String unused(String className) {
        String base = className.replaceAll("(?<=[a-z0-9])(?=[A-Z])", "_").toLowerCase(Locale.ROOT);
        while (true) {
            int count = seen.merge(base, 1, Integer::sum);
            String name = count == 1 ? base : base + "_" + (count - 1);
            if (!given.contains(name)) {
                return name;
            }
        }
    }
}
