package io.kindling.models;

import io.kindling.errors.KindlingException;
import io.kindling.layers.Input;
import io.kindling.layers.Layer;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * One layer of a {@link Functional} network, and what it is applied to.
 *
 * @param name unique in the network
 * @param layer what it does; an {@link Input} for an input of the network
 * @param trainable whether gradients change its weights
 * @param calls what it is applied to: several times if nodes share its weights, never if it is an input
 */
public record GraphLayer(String name, Layer layer, boolean trainable, List<List<Source>> calls) {

    /**
     * What one call of a layer gives.
     *
     * @param layer the layer's name
     * @param call which of its calls, from 0
     */
    public record Source(String layer, int call) {
        @Override
        public String toString() {
            return call == 0 ? layer : layer + "[" + call + "]";
        }
    }

    public GraphLayer {
        calls = calls.stream().map(List::copyOf).toList();
        boolean isInput = layer instanceof Input;
        if (isInput != calls.isEmpty() || calls.stream().anyMatch(List::isEmpty)) {
            throw new KindlingException("The layer '" + name + "' "
                    + (isInput ? "is an input and is applied to nothing" : "must be applied to something")
                    + ". Received: " + calls + ".");
        }
    }

    /** The same, whose weights training leaves as they are. */
    GraphLayer frozen() {
        return new GraphLayer(name, layer, false, calls);
    }

    /**
     * The same with its first calls up to the last that is needed; empty if none is.
     *
     * @param needed what calls give that is needed
     */
    Optional<GraphLayer> onlyCalls(Set<Source> needed) {
        int last = Math.max(1, calls.size()) - 1;
        while (last >= 0 && !needed.contains(new Source(name, last))) {
            last--;
        }
        if (last < 0) {
            return Optional.empty();
        }
        return Optional.of(new GraphLayer(name, layer, trainable, isInput() ? calls : calls.subList(0, last + 1)));
    }

    /** Whether it is an input of the network. */
    boolean isInput() {
        return calls.isEmpty();
    }
}
