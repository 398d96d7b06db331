package io.kindling.tables;

import io.kindling.errors.KindlingException;
import io.kindling.layers.Layer;
import io.kindling.layers.Node;
import io.kindling.layers.tabular.Normalization;
import io.kindling.models.Functional;
import io.kindling.models.Network;
import io.kindling.models.Sequential;
import io.kindling.tensor.Shape;
import java.util.ArrayList;
import java.util.List;

/**
 * Layers one after the other, above a row of a table: numbers scaled by {@code (x - center) · scale}, categories one-hot.
 *
 * @param columns what each number of a row is
 * @param layers what comes above; at least one
 */
public record DenseNetwork(List<TableColumn> columns, List<Layer> layers) {
    private static final String INPUT = "features";

    public DenseNetwork {
        columns = List.copyOf(columns);
        layers = List.copyOf(layers);
        if (columns.isEmpty() || layers.isEmpty()) {
            throw new KindlingException("A network for a table needs at least one column and one layer. Received: "
                    + columns.size() + " and " + layers.size() + ".");
        }
    }

    /** The network: a plain sequence of layers, where there are only numbers. */
    public Network network() {
        if (columns.stream().allMatch(TableColumn.Numeric.class::isInstance)) {
            List<Layer> all = new ArrayList<>(scaling(
                    columns.stream().map(TableColumn.Numeric.class::cast).toList()));
            all.addAll(layers);
            return new Sequential(all).withInput(Shape.of(columns.size()));
        }
        Node x = new ColumnEncoding(columns).encoded(Node.input(INPUT, columns.size()), (numbers, selected) -> {
            Node scaled = selected;
            for (Layer layer : scaling(numbers)) {
                scaled = layer.on(scaled);
            }
            return List.of(scaled);
        });
        for (Layer layer : layers) {
            x = layer.on(x);
        }
        return Functional.of(x);
    }

    /** None, if all numbers stay as they are. */
    private static List<Layer> scaling(List<TableColumn.Numeric> numbers) {
        if (numbers.stream().allMatch(number -> number.center() == 0 && number.scale() == 1)) {
            return List.of();
        }
        return List.of(Normalization.of(
                oneIfAllAlike(numbers.stream().map(TableColumn.Numeric::center).toList()),
                oneIfAllAlike(numbers.stream()
                        .map(number -> 1 / (number.scale() * number.scale()))
                        .toList())));
    }

    private static List<Double> oneIfAllAlike(List<Double> values) {
        return values.stream().distinct().count() == 1 ? values.subList(0, 1) : values;
    }
}
