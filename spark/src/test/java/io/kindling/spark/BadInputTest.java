package io.kindling.spark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kindling.layers.Input;
import io.kindling.layers.core.Dense;
import io.kindling.models.Sequential;
import io.kindling.spark.data.BadDataException;
import io.kindling.spark.testing.LocalSpark;
import java.util.ArrayList;
import java.util.List;
import org.apache.spark.ml.linalg.Vectors;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.functions;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every mistake in the input ends in one sentence that names what is at fault, and leaves nothing cached. */
class BadInputTest {
    private int cachedBefore;

    @BeforeEach
    void count() {
        cachedBefore = LocalSpark.context().getPersistentRDDs().size();
    }

    @AfterEach
    void nothingStaysCached() {
        assertThat(LocalSpark.context().getPersistentRDDs()).hasSize(cachedBefore);
    }

    private static NeuralNetworkClassifier classifier() {
        return new NeuralNetworkClassifier().setEpochs(1).setNumWorkers(2);
    }

    private static void assertRefused(ThrowingCallable fit, String... named) {
        assertThatThrownBy(fit)
                .isInstanceOf(IllegalArgumentException.class)
                .satisfies(thrown -> assertThat(thrown.getMessage().lines()).hasSize(1))
                .hasMessageContainingAll(named);
    }

    private static Dataset<Row> data() {
        return LocalSpark.moons(20, 2);
    }

    private static Dataset<Row> with(Row bad) {
        List<Row> rows = new ArrayList<>(LocalSpark.moons(20));
        rows.add(13, bad);
        return LocalSpark.of(rows, LocalSpark.SCHEMA, 3);
    }

    @Test
    void emptyData() {
        assertRefused(() -> classifier().fit(data().limit(0)), "at least one row", "none");
    }

    @Test
    void missingColumns() {
        assertRefused(() -> classifier().setFeaturesCol("pixels").fit(data()), "'pixels'", "features, label, weight");
        assertRefused(() -> classifier().setLabelCol("class").fit(data()), "'class'", "does not exist");
        assertRefused(() -> classifier().setWeightCol("importance").fit(data()), "'importance'", "does not exist");
    }

    @Test
    void columnsOfTheWrongType() {
        Dataset<Row> text = data().withColumn("text", functions.lit("a"));
        assertRefused(() -> classifier().setFeaturesCol("text").fit(text), "'text'", "vector", "string");
        assertRefused(() -> classifier().setLabelCol("text").fit(text), "'text'", "numeric", "StringIndexer");
    }

    @ParameterizedTest
    @ValueSource(doubles = {Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY, 1e300})
    void featuresThatAreNoFiniteNumbers(double value) {
        assertRefused(
                () -> classifier().fit(with(LocalSpark.row(0, 1, 0.5, value))),
                "Feature 1",
                "'features'",
                "finite",
                String.valueOf(value));
    }

    @Test
    void rowsOfOtherLength() {
        assertRefused(() -> classifier().fit(with(LocalSpark.row(0, 1, 1, 2, 3))), "'features'", "2", "3");
    }

    @Test
    void nullsAreRefusedByColumn() {
        assertRefused(() -> classifier().fit(with(RowFactory.create(null, 1.0, 1.0))), "'features'", "null");
        assertRefused(
                () -> classifier().fit(with(RowFactory.create(Vectors.dense(1, 2), null, 1.0))), "'label'", "null");
    }

    @ParameterizedTest
    @ValueSource(doubles = {-1, 0.5, Double.NaN, 1e12})
    void labelsThatAreNoClassIndices(double label) {
        assertRefused(
                () -> classifier().fit(with(LocalSpark.row(label, 1, 1, 2))), "'label'", "class indices", "Received: ");
    }

    @Test
    void labelsBeyondTheLastLayer() {
        Sequential network = Sequential.of(Dense.of(3).activation("softmax"));
        assertRefused(
                () -> classifier().setNetwork(network).fit(with(LocalSpark.row(3, 1, 1, 2))),
                "'label'",
                "from 0 to 2",
                "Received: 3");
    }

    @Test
    void labelsThatLookLikeNumbersOfSomethingElse() {
        assertRefused(() -> classifier().fit(with(LocalSpark.row(20240101, 1, 1, 2))), "'label'", "20240101");
    }

    @Test
    void weightsBelowZero() {
        assertRefused(
                () -> classifier().setWeightCol("weight").fit(with(LocalSpark.row(0, -2, 1, 2))), "'weight'", "-2.0");
    }

    @Test
    void networksThatDoNotFit() {
        assertRefused(
                () -> classifier().setNetwork(Sequential.of(Dense.of(2))).fit(data()), "'dense'", "softmax", "linear");
        assertRefused(
                () -> classifier()
                        .setNetwork(Sequential.of(Dense.of(1).activation("softmax")))
                        .fit(data()),
                "sigmoid",
                "(1,)");
        assertRefused(
                () -> classifier()
                        .setNetwork(Sequential.of(Input.of(7), Dense.of(2).activation("softmax")))
                        .fit(data()),
                "7 features",
                "'features' has 2");
        assertRefused(
                () -> classifier()
                        .setNetwork(Sequential.of(Dense.of(1).activation("sigmoid")))
                        .setLoss("sparse_categorical_crossentropy")
                        .fit(data()),
                "sparse_categorical_crossentropy",
                "at least 2");
    }

    @Test
    void unknownNames() {
        assertRefused(() -> classifier().setOptimizer("adamant"), "optimizer 'adamant'", "adam, ");
        assertRefused(() -> classifier().setLoss("crossness"), "loss 'crossness'", "huber");
        assertRefused(() -> classifier().setHiddenActivation("rellu"), "activation 'rellu'", "relu");
    }

    @ParameterizedTest
    @ValueSource(ints = {0, -3})
    void numbersThatMustBePositive(int value) {
        String received = "Received: " + value;
        assertRefused(() -> classifier().setEpochs(value), "epochs", received);
        assertRefused(() -> classifier().setBatchSize(value), "batchSize", received);
        assertRefused(() -> classifier().setNumWorkers(value), "numWorkers", received);
        assertRefused(() -> classifier().setAveragingFrequency(value), "averagingFrequency", received);
        assertRefused(() -> classifier().setHiddenLayers(new int[] {4, value}), "hiddenLayers", "[4, " + value + "]");
    }

    @Test
    void thresholdsOfAnotherNumberOfClasses() {
        assertRefused(
                () -> classifier().setThresholds(new double[] {1, 1, 1}).fit(data()), "thresholds", "2", "Received: 3");
    }

    @Test
    void columnsThatExistAlready() {
        assertRefused(
                () -> classifier().fit(data().withColumn("prediction", functions.lit(1))), "already", "'prediction'");
    }

    @Test
    void rowsThatCannotBePredictedSayWhy() {
        NeuralNetworkClassificationModel model = classifier().fit(data());
        Dataset<Row> bad = with(LocalSpark.row(0, 1, 0.5, Double.NaN));
        assertThatThrownBy(() -> model.transform(bad).count())
                .hasRootCauseInstanceOf(BadDataException.class)
                .rootCause()
                .hasMessage("Feature 1 in the column 'features' must be a finite number. Received: NaN.");
    }
}
