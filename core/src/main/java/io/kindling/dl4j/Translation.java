package io.kindling.dl4j;

import io.kindling.models.ParameterLayout;
import io.kindling.tensor.Shape;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.deeplearning4j.nn.conf.InputPreProcessor;
import org.deeplearning4j.nn.conf.layers.Layer;

/** The DL4J layers made so far, with what goes between them and where their weights are. */
final class Translation {
    private final List<Layer> layers = new ArrayList<>();
    private final Map<Integer, InputPreProcessor> rearrangements = new HashMap<>();
    private final List<ParameterCopy> copies = new ArrayList<>();
    private Arrangement arrangement;
    private int batchSize;
    private List<ParameterLayout.Parameter> slots = List.of();
    /** A translation of a network that is given so many rows of numbers at once. */
    Translation(Shape input, int batchSize) {
        arrangement = Arrangement.rows(input.size());
        this.batchSize = batchSize;
    }

    /** Says which weights the parameters of the next layers are counted in. */
    void startLayer(List<ParameterLayout.Parameter> weights) {
        slots = weights;
    }

    /** Adds a layer that takes numbers arranged in one way and gives them in another. */
    void add(Layer layer, Arrangement takes, Arrangement gives, List<Parameter> parameters) {
        int position = layers.size();
        // Without one before the first layer, DL4J would infer shapes and put its own between all others.
        if (position == 0 || !takes.equals(arrangement)) {
            rearrangements.put(position, new Rearrangement(arrangement, takes));
        }
        layers.add(layer);
        arrangement = gives;
        for (Parameter parameter : parameters) {
            ParameterLayout.Parameter slot = slots.get(parameter.weight());
            copies.add(new ParameterCopy(
                    position + "_" + parameter.name(),
                    slot.spec().trainable(),
                    slot.offset(),
                    slot.size(),
                    parameter.sources(),
                    parameter.encoding()));
        }
    }

    /** Adds a layer without weights. */
    void add(Layer layer, Arrangement takes, Arrangement gives) {
        add(layer, takes, gives, List.of());
    }

    /** Adds a layer without weights that takes and gives numbers arranged in whatever way. */
    void addWherever(Layer layer) {
        add(layer, arrangement, arrangement);
    }

    /** How many examples a layer is given at once. */
    int batchSize() {
        return batchSize;
    }

    /** Makes a translation in which each example counts as so many. */
    void withMoreExamples(int times, Runnable translation) {
        int before = batchSize;
        batchSize = Math.multiplyExact(before, times);
        translation.run();
        batchSize = before;
    }

    boolean isEmpty() {
        return layers.isEmpty();
    }

    List<Layer> layers() {
        return layers;
    }

    Map<Integer, InputPreProcessor> rearrangements() {
        return rearrangements;
    }

    List<ParameterCopy> copies() {
        return copies;
    }
}
