package io.kindling.spark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.kindling.engine.TrainedNetwork;
import io.kindling.layers.Input;
import io.kindling.layers.core.Dense;
import io.kindling.models.ParameterLayout.Parameter;
import io.kindling.models.Sequential;
import io.kindling.spark.testing.LocalSpark;
import io.kindling.spark.training.TrainingListener;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.apache.spark.ml.linalg.Vector;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A fit goes on from a fitted model, leaves frozen layers as they are, and a layer's values serve as features. */
class FineTuningTest {
    private static final Sequential NETWORK = Sequential.of(
            Input.of(2),
            Dense.of(8).activation("tanh").named("hidden"),
            Dense.of(2).activation("softmax").named("head"));

    private static Dataset<Row> data;
    private static NeuralNetworkClassificationModel first;

    @TempDir
    private Path folder;

    private static NeuralNetworkClassifier classifier() {
        return new NeuralNetworkClassifier()
                .setNetwork(NETWORK)
                .setEpochs(2)
                .setBatchSize(8)
                .setNumWorkers(2)
                .setSeed(5);
    }

    @BeforeAll
    static void fit() {
        data = LocalSpark.moons(60, 2);
        first = classifier().setSeed(1).fit(data);
    }

    private static float[] weight(NetworkModel<?> model, String name) {
        TrainedNetwork trained = model.trainedNetwork();
        Parameter weight = trained.network().plan().parameters().named(name);
        float[] vector = weight.vector(trained.weights());
        return Arrays.copyOfRange(vector, weight.offset(), weight.offset() + weight.size());
    }

    @Test
    void frozenLayersKeepTheirBitsAndOthersGoOn() {
        NeuralNetworkClassificationModel second =
                classifier().setInitialModel(first).setFrozenLayers("hid*").fit(data);
        assertThat(weight(second, "hidden/kernel")).isEqualTo(weight(first, "hidden/kernel"));
        assertThat(weight(second, "hidden/bias")).isEqualTo(weight(first, "hidden/bias"));
        assertThat(weight(second, "head/kernel")).isNotEqualTo(weight(first, "head/kernel"));
        assertThat(second.network()).isEqualTo(NETWORK.freeze(List.of("hidden")));
    }

    @Test
    void aModelIsTheSameFromItsDirectory() throws IOException {
        String path = folder.resolve("model").toString();
        first.save(path);
        List<String> told = new ArrayList<>();
        NeuralNetworkClassificationModel fromDirectory = classifier()
                .setInitialModel(path)
                .setListener(new TrainingListener() {
                    @Override
                    public void noticed(String notice) {
                        told.add(notice);
                    }
                })
                .fit(data);
        NeuralNetworkClassificationModel fromModel =
                classifier().setInitialModel(first).fit(data);
        assertThat(weight(fromDirectory, "head/kernel")).isEqualTo(weight(fromModel, "head/kernel"));
        assertThat(weight(fromModel, "head/kernel"))
                .isNotEqualTo(weight(classifier().fit(data), "head/kernel"));
        assertThat(told)
                .containsExactly("Training starts from 4 weights of the initial model: [hidden/kernel, hidden/bias,"
                        + " head/kernel, head/bias]; these start anew: [].");
    }

    @Test
    void aFactorOfZeroLeavesWeightsAsTheyAre() {
        NeuralNetworkClassificationModel second = classifier()
                .setInitialModel(first)
                .setLearningRateFactors(Map.of("hidden", 0.0))
                .fit(data);
        assertThat(weight(second, "hidden/kernel")).isEqualTo(weight(first, "hidden/kernel"));
        assertThat(weight(second, "head/kernel")).isNotEqualTo(weight(first, "head/kernel"));
    }

    @Test
    void namesOfNothingAreRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> classifier().setFrozenLayers("hiden").fit(data))
                .withMessage("The network has no layer called hiden. It has: input_layer, hidden, head.");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> classifier().setNoWeightDecay("*/gamma").fit(data))
                .withMessageStartingWith(
                        "The network has no trained layer or weight called */gamma. It has: hidden/kernel,");
    }

    @Test
    void aFeaturizerAddsTheValuesOfALayer() throws IOException {
        NetworkFeaturizer featurizer = NetworkFeaturizer.of(first, "hidden").setOutputCol("values");
        String path = folder.resolve("featurizer").toString();
        featurizer.save(path);
        TrainedNetwork part = first.trainedNetwork().upTo("hidden");
        for (NetworkFeaturizer stage : List.of(featurizer, NetworkFeaturizer.load(path))) {
            for (Row row : stage.transform(data).collectAsList()) {
                Vector x = row.getAs("features");
                float[][] expected = part.predict(new float[][] {{(float) x.apply(0), (float) x.apply(1)}});
                double[] values = row.<Vector>getAs("values").toArray();
                assertThat(values).hasSize(8);
                for (int i = 0; i < values.length; i++) {
                    assertThat((float) values[i]).isEqualTo(expected[0][i]);
                }
            }
        }
        assertThat(featurizer.transformSchema(data.schema()))
                .isEqualTo(featurizer.transform(data).schema());
    }
}
