package io.kindling.dl4j.spark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.offset;

import io.kindling.dl4j.Dl4jNetwork;
import io.kindling.engine.TrainedNetwork;
import io.kindling.engine.Training;
import io.kindling.layers.core.Dense;
import io.kindling.layers.normalization.BatchNormalization;
import io.kindling.layers.regularization.Dropout;
import io.kindling.models.Sequential;
import io.kindling.spark.NeuralNetworkClassificationModel;
import io.kindling.spark.NeuralNetworkClassifier;
import io.kindling.spark.NeuralNetworkRegressor;
import io.kindling.spark.testing.LocalSpark;
import io.kindling.spark.training.RoundProgress;
import io.kindling.spark.training.TrainingDivergedException;
import io.kindling.spark.training.TrainingListener;
import io.kindling.spark.training.TrainingStart;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.apache.spark.SparkConf;
import org.apache.spark.ml.linalg.Vector;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** Training by DL4J makes the same steps as that of this project, and gives the same kind of model. */
class Dl4jEngineTest {
    private static final Sequential NETWORK =
            Sequential.of(Dense.of(8).activation("tanh"), Dense.of(2).activation("softmax"));

    @TempDir
    private Path folder;

    private static NeuralNetworkClassifier classifier() {
        return new NeuralNetworkClassifier()
                .setEngine("dl4j")
                .setNetwork(NETWORK)
                .setOptimizer("adam(0.01)")
                .setNumWorkers(2)
                .setBatchSize(8)
                .setAveragingFrequency(3)
                .setEpochs(3)
                .setSeed(11);
    }

    private static float[] weights(NeuralNetworkClassificationModel model) {
        return model.trainedNetwork().weights().trainable();
    }

    private static void assertSameWeights(NeuralNetworkClassifier classifier, Dataset<Row> data, float tolerance) {
        float[] dl4j = weights(classifier.setEngine("dl4j").fit(data));
        float[] kindling = weights(classifier.setEngine("kindling").fit(data));
        assertThat(dl4j).containsExactly(kindling, offset(tolerance));
    }

    /** Shares are equal, as DL4J's mean does not count rows; the last round of an epoch is shorter than the others. */
    @ParameterizedTest
    @CsvSource({
        "sgd(0.3), 1, 100",
        "sgd(0.3), 2, 128",
        "sgd(0.3), 3, 102",
        "adam(0.01), 2, 128",
        "'sgd(0.1, 0.9, true)', 2, 128",
        "'sgd(exponential_decay(0.3, 4, 0.5))', 2, 128"
    })
    void makesTheSameSteps(String optimizer, int workers, int rows) {
        assertSameWeights(
                classifier().setOptimizer(optimizer).setNumWorkers(workers), LocalSpark.moons(rows, 3), 2e-5f);
    }

    @Test
    void countsRowsByTheirWeights() {
        List<Row> rows = new ArrayList<>();
        for (Row row : LocalSpark.moons(96)) {
            Vector features = row.getAs(0);
            rows.add(LocalSpark.row(row.getDouble(1), 0.25 + rows.size() % 5, features.toArray()));
        }
        Dataset<Row> data = LocalSpark.of(rows, LocalSpark.SCHEMA, 3);
        NeuralNetworkClassifier classifier = classifier().setOptimizer("sgd(0.2)");
        assertSameWeights(classifier.setWeightCol("weight"), data, 2e-5f);
        assertThat(weights(classifier.fit(data)))
                .isNotEqualTo(weights(classifier.setWeightCol("label").fit(data)));
    }

    @Test
    void predictsWhatDl4jPredicts() {
        Dataset<Row> data = LocalSpark.moons(60, 2);
        NeuralNetworkClassificationModel model = classifier()
                .setNetwork(Sequential.of(
                        Dense.of(8).activation("relu"),
                        BatchNormalization.of(),
                        Dense.of(2).activation("softmax")))
                .setBatchSize(10)
                .fit(data);
        TrainedNetwork trained = model.trainedNetwork();
        List<Row> rows = model.transform(data).collectAsList();
        INDArray features = Nd4j.create(rows.size(), 2);
        for (int i = 0; i < rows.size(); i++) {
            Vector vector = rows.get(i).getAs("features");
            features.putRow(i, Nd4j.createFromArray((float) vector.apply(0), (float) vector.apply(1)));
        }
        INDArray own = Dl4jNetwork.of(trained.network().plan(), Training.of("categorical_crossentropy"))
                .start(trained.weights())
                .outputSingle(features);
        for (int i = 0; i < rows.size(); i++) {
            Vector probability = rows.get(i).getAs("probability");
            assertThat(probability.apply(1)).isCloseTo(own.getDouble(i, 1), offset(1e-5));
        }
    }

    @Test
    void itsModelComesBackAsSaved() throws IOException {
        Dataset<Row> data = LocalSpark.moons(60, 2);
        NeuralNetworkClassificationModel saved = classifier().fit(data);
        String path = folder.resolve("model").toString();
        saved.write().save(path);
        NeuralNetworkClassificationModel loaded = NeuralNetworkClassificationModel.load(path);
        assertThat(loaded.transform(data).collectAsList())
                .isEqualTo(saved.transform(data).collectAsList());
    }

    @Test
    void trainsRegressions() {
        Dataset<Row> data = LocalSpark.moons(60, 2);
        NeuralNetworkRegressor regressor = new NeuralNetworkRegressor()
                .setEngine("dl4j")
                .setHiddenLayers(new int[] {64, 32})
                .setStandardization(false)
                .setOptimizer("sgd(0.1)")
                .setNumWorkers(2)
                .setEpochs(2)
                .setSeed(3);
        float[] dl4j = regressor.fit(data).trainedNetwork().weights().trainable();
        float[] kindling = regressor
                .setEngine("kindling")
                .fit(data)
                .trainedNetwork()
                .weights()
                .trainable();
        assertThat(dl4j).containsExactly(kindling, offset(2e-5f));
    }

    /** Also with random numbers, which DL4J draws by itself. */
    @Test
    void theSameSeedGivesTheSameModel() {
        NeuralNetworkClassifier classifier = classifier()
                .setNetwork(Sequential.of(
                        Dense.of(8).activation("tanh"),
                        Dropout.of(0.5),
                        Dense.of(2).activation("softmax")));
        Dataset<Row> data = LocalSpark.moons(101, 3);
        float[] first = weights(classifier.fit(data));
        assertThat(weights(classifier.fit(data))).isEqualTo(first);
        assertThat(weights(classifier.setSeed(12).fit(data))).isNotEqualTo(first);
    }

    /** Three rows for two workers: the second has none in the second round. */
    @Test
    void aWorkerMayHaveNothingToDoInARound() {
        NeuralNetworkClassifier classifier = classifier().setBatchSize(1).setAveragingFrequency(1);
        assertThat(weights(classifier.fit(LocalSpark.moons(3, 2)))).doesNotContain(Float.NaN);
    }

    @Test
    void listenersSeeEveryRound() {
        List<String> seen = new ArrayList<>();
        List<Double> losses = new ArrayList<>();
        TrainingListener listener = new TrainingListener() {
            @Override
            public void started(TrainingStart start) {
                seen.add(start.rows() + " rows, " + start.workers() + " workers, " + start.parameters());
            }

            @Override
            public void roundFinished(RoundProgress progress) {
                seen.add(progress.epoch() + "." + progress.round() + "/" + progress.rounds() + ": " + progress.rows());
                losses.add(progress.loss());
            }

            @Override
            public void noticed(String notice) {
                seen.add(notice);
            }
        };
        NeuralNetworkClassifier classifier = classifier()
                .setOptimizer("sgd(0.1)")
                .setBatchSize(5)
                .setAveragingFrequency(2)
                .setEpochs(2)
                .setListener(listener);
        classifier.fit(LocalSpark.moons(30, 2));
        assertThat(seen).containsExactly("30 rows, 2 workers, 42", "1.1/2: 20", "1.2/2: 30", "2.1/2: 50", "2.2/2: 60");
        List<Double> ofDl4j = List.copyOf(losses);
        losses.clear();
        classifier.setEngine("kindling").fit(LocalSpark.moons(30, 2));
        for (int i = 0; i < ofDl4j.size(); i++) {
            assertThat(ofDl4j.get(i)).isCloseTo(losses.get(i), offset(1e-5));
        }
    }

    @Test
    void nothingStaysCachedAfterTraining() {
        int before = LocalSpark.context().getPersistentRDDs().size();
        classifier().fit(LocalSpark.moons(40, 2));
        assertThat(LocalSpark.context().getPersistentRDDs()).hasSize(before);
    }

    @Test
    void aLossOfNaNEndsTheRunWithItsCause() {
        NeuralNetworkClassifier classifier = classifier()
                .setNetwork(Sequential.of(
                        Dense.of(8).kernelInitializer("constant(1e30)"),
                        Dense.of(8).kernelInitializer("constant(1e30)"),
                        Dense.of(2).activation("softmax")))
                .setOptimizer("adam(0.5)");
        assertThatThrownBy(() -> classifier.fit(LocalSpark.moons(40, 2)))
                .isInstanceOf(TrainingDivergedException.class)
                .hasMessageContaining("epoch 1, round 1")
                .hasMessageContaining("learning rate of 0.5");
    }

    @Test
    void refusesAnotherSerializer() {
        SparkConf conf = new SparkConf(false);
        Dl4jEngine.requireJavaSerializer(conf);
        conf.set("spark.serializer", "org.apache.spark.serializer.KryoSerializer");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Dl4jEngine.requireJavaSerializer(conf))
                .withMessage(
                        "The dl4j engine needs spark.serializer to be org.apache.spark.serializer.JavaSerializer, as"
                                + " ND4J's arrays go through no other. Received: org.apache.spark.serializer.KryoSerializer.");
    }

    static Stream<Arguments> refused() {
        return Stream.of(
                Arguments.of(
                        (UnaryOperator<NeuralNetworkClassifier>) classifier -> classifier.setOptimizer("rmsprop(0.01)"),
                        "The dl4j engine has no counterpart for the optimizer rmsprop."),
                Arguments.of(
                        (UnaryOperator<NeuralNetworkClassifier>)
                                classifier -> classifier.setLoss("categorical_focal_crossentropy"),
                        "The dl4j engine has no counterpart for the loss categorical_focal_crossentropy."),
                Arguments.of(
                        (UnaryOperator<NeuralNetworkClassifier>) classifier -> classifier.setNetwork(Sequential.of(
                                Dense.of(4).activation("gelu"), Dense.of(2).activation("softmax"))),
                        "Layer 1, 'dense' (Dense): The dl4j engine has no counterpart for the activation gelu."),
                Arguments.of(
                        (UnaryOperator<NeuralNetworkClassifier>)
                                classifier -> classifier.setOuterOptimizer("nesterov(1, 0.8)"),
                        "The dl4j engine has no counterpart for the outer optimizer sgd(learning_rate=1.0, momentum=0.8,"
                                + " nesterov=true)."),
                Arguments.of(
                        (UnaryOperator<NeuralNetworkClassifier>) classifier -> classifier.setValidationFraction(0.2),
                        "The dl4j engine does not validate, so validationIndicatorCol and validationFraction must not"
                                + " be set for it."),
                Arguments.of(
                        (UnaryOperator<NeuralNetworkClassifier>)
                                classifier -> classifier.setCheckpointDir("checkpoints"),
                        "The dl4j engine keeps no checkpoints, so checkpointDir must not be set for it."));
    }

    @ParameterizedTest
    @MethodSource("refused")
    void refusesByNameBeforeItTrains(UnaryOperator<NeuralNetworkClassifier> with, String message) {
        List<String> seen = new ArrayList<>();
        NeuralNetworkClassifier classifier = with.apply(classifier()).setListener(new TrainingListener() {
            @Override
            public void started(TrainingStart start) {
                seen.add("started");
            }
        });
        assertThatIllegalArgumentException()
                .isThrownBy(() -> classifier.fit(LocalSpark.moons(30, 2)))
                .withMessage(message);
        assertThat(seen).isEmpty();
        assertThat(LocalSpark.context().getPersistentRDDs()).isEmpty();
    }

    @Test
    void refusesWeightsToStartFrom() {
        NeuralNetworkClassificationModel first =
                classifier().setEngine("kindling").fit(LocalSpark.moons(30, 2));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> classifier().setInitialModel(first).fit(LocalSpark.moons(30, 2)))
                .withMessageStartingWith("The dl4j engine starts from weights it draws");
    }
}
