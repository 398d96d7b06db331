package io.kindling.tables;

import io.kindling.layers.Node;
import io.kindling.layers.merging.Concatenate;
import io.kindling.layers.tabular.CategoryEncoding;
import io.kindling.layers.tabular.SelectFeatures;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.IntStream;

/** From a row as narrow as a table to what the layers above take: numbers, binaries as they are, categories one-hot. */
final class ColumnEncoding {
    private final List<TableColumn> columns;

    ColumnEncoding(List<TableColumn> columns) {
        this.columns = columns;
    }

    /** Makes something of some numbers of a row. */
    interface OfNumbers {

        /**
         * What it makes.
         *
         * @param numbers what these columns are
         * @param selected the values
         */
        List<Node> encode(List<TableColumn.Numeric> numbers, Node selected);
    }

    /** Everything of a row, one after the other. */
    Node encoded(Node row, OfNumbers ofNumbers) {
        List<Node> parts = new ArrayList<>();
        int[] numbers = indices(TableColumn.Numeric.class::isInstance);
        if (numbers.length > 0) {
            List<TableColumn.Numeric> chosen = IntStream.of(numbers)
                    .mapToObj(index -> (TableColumn.Numeric) columns.get(index))
                    .toList();
            parts.addAll(ofNumbers.encode(chosen, selected(row, numbers)));
        }
        int[] binary = indices(TableColumn.Binary.class::isInstance);
        if (binary.length > 0) {
            parts.add(selected(row, binary));
        }
        int[] nominal = indices(TableColumn.Nominal.class::isInstance);
        if (nominal.length > 0) {
            int[] values = IntStream.of(nominal)
                    .map(index -> ((TableColumn.Nominal) columns.get(index)).values())
                    .toArray();
            parts.add(CategoryEncoding.of(values).on(selected(row, nominal)));
        }
        return parts.size() == 1 ? parts.get(0) : Concatenate.of().on(parts.toArray(Node[]::new));
    }

    private int[] indices(Predicate<TableColumn> which) {
        return IntStream.range(0, columns.size())
                .filter(index -> which.test(columns.get(index)))
                .toArray();
    }

    private Node selected(Node row, int[] indices) {
        return indices.length == columns.size()
                ? row
                : SelectFeatures.of(indices).on(row);
    }
}
