package io.kindling.tables;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kindling.activations.Linear;
import io.kindling.activations.Relu;
import io.kindling.activations.Softmax;
import io.kindling.engine.LocalTrainer;
import io.kindling.engine.TrainedNetwork;
import io.kindling.engine.Training;
import io.kindling.errors.KindlingException;
import io.kindling.layers.Layer;
import io.kindling.layers.core.Dense;
import io.kindling.layers.tabular.OrderedOutputs;
import io.kindling.models.Functional;
import io.kindling.models.Network;
import io.kindling.models.Sequential;
import io.kindling.optimizers.Adam;
import io.kindling.random.RandomKey;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Networks for rows of numbers, binaries and categories in any order. */
class TableNetworkTest {
    private static final TableColumn NUMBER = new TableColumn.Numeric(0, 1, List.of(-1.0, 0.0, 1.0));
    private static final TableColumn PLAIN_NUMBER = new TableColumn.Numeric(2, 0.5, List.of());
    private static final TableColumn BINARY = new TableColumn.Binary();
    private static final TableColumn CATEGORY = new TableColumn.Nominal(3);

    private static Functional table(List<TableColumn> columns, Layer... ending) {
        return new TableNetwork(columns, List.of(16, 16), Relu.of(), 4, 0.1, 4, 3, new Linear(), List.of(ending))
                .network();
    }

    @Test
    void takesColumnsInAnyOrder() {
        for (List<TableColumn> columns : List.of(
                List.of(NUMBER),
                List.of(PLAIN_NUMBER, PLAIN_NUMBER),
                List.of(BINARY),
                List.of(CATEGORY, CATEGORY),
                List.of(CATEGORY, NUMBER, BINARY, PLAIN_NUMBER))) {
            Functional network = table(columns);
            assertThat(network.plan().features()).isEqualTo(columns.size());
            assertThat(network.plan().output().size()).isEqualTo(3);
            assertThat(Network.fromCompleteJson(network.toJson())).isEqualTo(network);
        }
        assertThatThrownBy(() -> table(List.of())).isInstanceOf(KindlingException.class);
    }

    /** The class is in the category and the sign of the number together: neither alone tells. */
    @Test
    void learnsWhatColumnsSayTogether() {
        float[][] x = new float[300][];
        float[] y = new float[x.length];
        for (int i = 0; i < x.length; i++) {
            int category = i % 3;
            float number = (float) RandomKey.of(1).gaussianAt(i);
            x[i] = new float[] {category, number};
            y[i] = (category == 1) == number > 0 ? 1 : 0;
        }
        Network network = new TableNetwork(
                        List.of(CATEGORY, NUMBER), List.of(32), Relu.of(), 4, 0, 4, 2, new Softmax(), List.of())
                .network();
        TrainedNetwork trained = new LocalTrainer(Training.of("sparse_categorical_crossentropy")
                        .epochs(60)
                        .optimizer(Adam.of(0.01)))
                .fit(network, x, y);
        float[][] predicted = trained.predict(x);
        int right = 0;
        for (int i = 0; i < x.length; i++) {
            right += predicted[i][1] > 0.5 == y[i] > 0.5 ? 1 : 0;
        }
        assertThat(right).isGreaterThan(285);
    }

    @Test
    void membersEndAsTheyAreTold() {
        TrainedNetwork network = new TrainedNetwork(
                table(List.of(NUMBER), OrderedOutputs.of(3)),
                table(List.of(NUMBER), OrderedOutputs.of(3)).plan().initialWeights(1));
        float[] outputs = network.predict(new float[][] {{0.3f}})[0];
        assertThat(outputs).isSorted();
    }

    @Test
    void onlyNumbersMakeAPlainSequence() {
        List<Layer> layers = List.of(Dense.of(2));
        assertThat(new DenseNetwork(List.of(PLAIN_NUMBER, PLAIN_NUMBER), layers).network())
                .isInstanceOfSatisfying(
                        Sequential.class,
                        network -> assertThat(network.layers()).hasSize(3));
        assertThat(new DenseNetwork(List.of(new TableColumn.Numeric(0, 1, List.of())), layers).network())
                .isInstanceOfSatisfying(
                        Sequential.class,
                        network -> assertThat(network.layers()).hasSize(2));
        assertThat(new DenseNetwork(List.of(CATEGORY, PLAIN_NUMBER), layers)
                        .network()
                        .plan()
                        .output()
                        .size())
                .isEqualTo(2);
    }
}
