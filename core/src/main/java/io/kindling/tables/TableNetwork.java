package io.kindling.tables;

import io.kindling.activations.Activation;
import io.kindling.errors.KindlingException;
import io.kindling.initializers.Initializer;
import io.kindling.initializers.RandomSign;
import io.kindling.layers.Layer;
import io.kindling.layers.Node;
import io.kindling.layers.regularization.Dropout;
import io.kindling.layers.reshaping.RepeatVector;
import io.kindling.layers.tabular.EnsembleDense;
import io.kindling.layers.tabular.MemberAverage;
import io.kindling.layers.tabular.MemberDense;
import io.kindling.layers.tabular.PeriodicEmbedding;
import io.kindling.layers.tabular.PiecewiseLinearEncoding;
import io.kindling.layers.tabular.RobustScaling;
import io.kindling.models.Functional;
import java.util.ArrayList;
import java.util.List;

/**
 * A network for rows of a table: numbers scaled, and beside that in bins, categories one-hot; then hidden layers that members
 * of an ensemble share but for factors and biases of their own, a head for each member, and the mean of all.
 *
 * <p>Rows stay as narrow as the table: what is wide is made inside, a mini-batch at a time. Gorishniy et al., "TabM",
 * arXiv:2410.24210, with the encodings of arXiv:2203.05556 and the scaling and embeddings of arXiv:2407.04491.
 *
 * @param columns what each number of a row is
 * @param hidden the units of each hidden layer; at least one
 * @param activation of the hidden layers
 * @param members how many members the ensemble has; positive
 * @param dropout the share of hidden numbers that training leaves out
 * @param embedding how many numbers each number is embedded in besides, by waves; 0 for none, else at least 2
 * @param outputs how many numbers it gives; positive
 * @param outputActivation what makes them
 * @param ending layers after that of each member, such as one that brings outputs in order
 */
public record TableNetwork(
        List<TableColumn> columns,
        List<Integer> hidden,
        Activation activation,
        int members,
        double dropout,
        int embedding,
        int outputs,
        Activation outputActivation,
        List<Layer> ending) {
    private static final int FREQUENCIES = 16;

    /** Weights that only tell members apart, which do not decay. */
    public static final String ADAPTERS = "*_adapter";

    /** What the input is called. */
    private static final String INPUT = "features";

    /** Variance 1/3 by the inputs, as these layers were measured with. */
    private static final Initializer KERNEL = Initializer.of("variance_scaling(0.3333333333333333, fan_in, uniform)");

    public TableNetwork {
        columns = List.copyOf(columns);
        hidden = List.copyOf(hidden);
        ending = List.copyOf(ending);
        if (columns.isEmpty() || hidden.isEmpty() || members < 1) {
            throw new KindlingException("A network for a table needs at least one column, hidden layer and member."
                    + " Received: " + columns.size() + ", " + hidden.size() + " and " + members + ".");
        }
    }

    /** The network. */
    public Functional network() {
        Node x = RepeatVector.of(members)
                .on(new ColumnEncoding(columns).encoded(Node.input(INPUT, columns.size()), this::encoded));
        for (int i = 0; i < hidden.size(); i++) {
            EnsembleDense layer =
                    EnsembleDense.of(hidden.get(i)).activation(activation).kernelInitializer(KERNEL);
            x = (i == 0 ? layer.inputAdapterInitializer(new RandomSign()) : layer).on(x);
            x = dropout > 0 ? Dropout.of(dropout).on(x) : x;
        }
        Node heads = MemberDense.of(outputs)
                .activation(outputActivation)
                .kernelInitializer(KERNEL)
                .on(x);
        for (Layer layer : ending) {
            heads = layer.on(heads);
        }
        return Functional.of(new MemberAverage().on(heads));
    }

    private List<Node> encoded(List<TableColumn.Numeric> numbers, Node selected) {
        Node scaled = RobustScaling.of(
                        numbers.stream().map(TableColumn.Numeric::center).toList(),
                        numbers.stream().map(TableColumn.Numeric::scale).toList())
                .on(selected);
        List<Node> parts = new ArrayList<>(List.of(scaled));
        if (embedding > 0) {
            parts.add(PeriodicEmbedding.of(FREQUENCIES, embedding).on(scaled));
        }
        List<List<Double>> boundaries =
                numbers.stream().map(TableColumn.Numeric::boundaries).toList();
        if (!boundaries.stream().allMatch(List::isEmpty)) {
            parts.add(PiecewiseLinearEncoding.of(boundaries).on(selected));
        }
        return parts;
    }
}
