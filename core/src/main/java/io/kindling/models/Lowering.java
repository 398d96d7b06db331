package io.kindling.models;

import io.kindling.layers.Layer;
import io.kindling.tensor.Shape;
import java.util.ArrayList;
import java.util.List;

/** From the layers of a network to what runs: each in its parts, in an order in which they can run. */
final class Lowering {
    private final List<Operation> operations = new ArrayList<>();
    /** The value that each place gives. */
    private final int[] values;

    private final int inputs;

    private Lowering(List<LayerPlan> places) {
        this.values = new int[places.size()];
        this.inputs = (int) places.stream().filter(LayerPlan::isInput).count();
        int input = 0;
        for (int i = 0; i < values.length; i++) {
            LayerPlan place = places.get(i);
            values[i] = place.isInput() ? input++ : add(place, i, i == values.length - 1);
        }
    }

    /**
     * The operations of a network.
     *
     * @param places its layers, each after those it is fed by; the last gives the output
     */
    static List<Operation> of(List<LayerPlan> places) {
        return List.copyOf(new Lowering(places).operations);
    }

    /** Adds the parts of a layer and says which value it gives. */
    private int add(LayerPlan place, int position, boolean isOutput) {
        List<Integer> from = place.from().stream().map(source -> values[source]).toList();
        List<Shape> shapes = place.inputs();
        List<Layer> parts = place.layer().parts();
        for (int i = 0; i < parts.size(); i++) {
            Layer part = parts.get(i);
            boolean isLast = i == parts.size() - 1;
            Shape output = part.outputShape(shapes);
            // The first part's input is another layer's, and a loss may start from what comes before the output.
            boolean inPlace = i > 0 && !(isLast && isOutput);
            operations.add(new Operation(place, position, part, from, shapes, output, isLast, inPlace));
            from = List.of(inputs + operations.size() - 1);
            shapes = List.of(output);
        }
        return from.get(0);
    }
}
