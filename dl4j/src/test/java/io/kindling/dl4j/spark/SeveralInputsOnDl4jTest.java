package io.kindling.dl4j.spark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.offset;

import io.kindling.layers.Node;
import io.kindling.layers.SharedLayer;
import io.kindling.layers.core.Dense;
import io.kindling.layers.merging.Add;
import io.kindling.layers.merging.Concatenate;
import io.kindling.layers.merging.Minimum;
import io.kindling.models.Functional;
import io.kindling.models.Network;
import io.kindling.spark.NeuralNetworkClassificationModel;
import io.kindling.spark.NeuralNetworkClassifier;
import io.kindling.spark.testing.LocalSpark;
import io.kindling.spark.testing.WideAndDeep;
import io.kindling.spark.testing.WideAndDeep.Form;
import io.kindling.spark.training.TrainingListener;
import io.kindling.spark.training.TrainingStart;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.apache.spark.ml.linalg.Vector;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Functional networks, with one column or several, come out of DL4J's training as out of that of this project. */
class SeveralInputsOnDl4jTest {

    private static NeuralNetworkClassifier classifier(Network network) {
        return new NeuralNetworkClassifier()
                .setEngine("dl4j")
                .setNetwork(network)
                .setOptimizer("sgd(0.2)")
                .setNumWorkers(2)
                .setBatchSize(8)
                .setAveragingFrequency(3)
                .setEpochs(3)
                .setSeed(11);
    }

    /** Both workers have equal shares; the last round of an epoch is shorter than the others. */
    private static Dataset<Row> data() {
        return WideAndDeep.data(128, Form.EITHER);
    }

    private static void assertSameModel(NeuralNetworkClassifier classifier, Dataset<Row> data) {
        NeuralNetworkClassificationModel dl4j = classifier.setEngine("dl4j").fit(data);
        NeuralNetworkClassificationModel kindling =
                classifier.setEngine("kindling").fit(data);
        assertThat(weights(dl4j)).containsExactly(weights(kindling), offset(2e-5f));
        List<Row> expected = kindling.transform(data).collectAsList();
        List<Row> predicted = dl4j.transform(data).collectAsList();
        for (int i = 0; i < expected.size(); i++) {
            Vector probability = predicted.get(i).getAs("probability");
            assertThat(probability.toArray())
                    .containsExactly(
                            expected.get(i).<Vector>getAs("probability").toArray(), offset(1e-4));
        }
    }

    private static float[] weights(NeuralNetworkClassificationModel model) {
        return model.trainedNetwork().weights().trainable();
    }

    @ParameterizedTest
    @ValueSource(strings = {"sgd(0.2)", "adam(0.01)", "sgd(exponential_decay(0.3, 4, 0.5))"})
    void aWideAndDeepNetworkMakesTheSameSteps(String optimizer) {
        assertSameModel(
                classifier(WideAndDeep.network()).setOptimizer(optimizer).setWeightCol("weight"), data());
    }

    @Test
    void columnsMayHaveOtherNamesThanInputs() {
        Dataset<Row> renamed = data().withColumnRenamed("wide", "crossed").withColumnRenamed("item", "wide");
        NeuralNetworkClassifier classifier =
                classifier(WideAndDeep.network()).setInputCols("crossed", "wide", "measures");
        assertSameModel(classifier, renamed);
        assertThat(weights(classifier.setEngine("dl4j").fit(renamed)))
                .isEqualTo(weights(classifier(WideAndDeep.network()).fit(data())));
    }

    @Test
    void aResidualNetworkMakesTheSameSteps() {
        Node hidden = Dense.of(6).activation("tanh").on(Node.input("features", 2));
        Node around = Dense.of(6).on(Dense.of(4).activation("relu").on(hidden));
        Functional network =
                Functional.of(Dense.of(2).activation("softmax").on(Add.of().on(hidden, around)));
        assertSameModel(classifier(network), LocalSpark.moons(128, 3));
    }

    static Stream<Arguments> refused() {
        SharedLayer tower = Dense.of(3).named("tower").shared();
        Node measures = Node.input("measures", WideAndDeep.MEASURES);
        return Stream.of(
                Arguments.of(
                        Concatenate.of()
                                .on(tower.on(measures), tower.on(Dense.of(3).on(measures))),
                        "'tower' (Dense): The dl4j engine has no counterpart for weights of a layer that is applied"
                                + " several times."),
                Arguments.of(
                        Minimum.of().named("least").on(measures, Dense.of(3).on(measures)),
                        "'least' (Minimum): The dl4j engine has no counterpart for Minimum."),
                Arguments.of(
                        Add.of().named("sum").on(measures, Node.input("item", 1)),
                        "'sum' (Add): The dl4j engine has no counterpart for inputs whose numbers are repeated, [(3,),"
                                + " (1,)]."));
    }

    @ParameterizedTest
    @MethodSource("refused")
    void refusesByNameBeforeItTrains(Node merged, String message) {
        List<String> seen = new ArrayList<>();
        Functional network = Functional.of(Dense.of(2).activation("softmax").on(merged));
        String[] columns = network.inputs().toArray(String[]::new);
        NeuralNetworkClassifier classifier = classifier(network)
                .setInputCols(columns)
                .setListener(new TrainingListener() {
                    @Override
                    public void started(TrainingStart start) {
                        seen.add("started");
                    }
                });
        assertThatIllegalArgumentException()
                .isThrownBy(() -> classifier.fit(data()))
                .withMessageStartingWith("Layer ")
                .withMessageEndingWith(", " + message);
        assertThat(seen).isEmpty();
    }
}
