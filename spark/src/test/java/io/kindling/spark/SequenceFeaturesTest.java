package io.kindling.spark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kindling.layers.Input;
import io.kindling.layers.core.Dense;
import io.kindling.layers.recurrent.LSTM;
import io.kindling.models.Sequential;
import io.kindling.random.RandomKey;
import io.kindling.spark.testing.LocalSpark;
import io.kindling.tensor.Shape;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.spark.ml.linalg.SQLDataTypes;
import org.apache.spark.ml.linalg.Vector;
import org.apache.spark.ml.linalg.Vectors;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.ArrayType;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.junit.jupiter.api.Test;

/** Sequences come as flat features, as nested arrays or as arrays of vectors, with the same result to the last bit. */
class SequenceFeaturesTest {
    private static final int STEPS = 4;
    private static final int FEATURES = 3;
    private static final DataType NUMBERS = new ArrayType(DataTypes.DoubleType, false);

    private interface Form {
        Object of(List<double[]> steps);
    }

    private static Dataset<Row> data(DataType type, Form form) {
        List<Row> rows = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            RandomKey key = RandomKey.of(i);
            List<double[]> steps = new ArrayList<>();
            for (int step = 0; step < STEPS; step++) {
                double[] features = new double[FEATURES];
                for (int j = 0; j < FEATURES; j++) {
                    features[j] = key.gaussianAt(step * FEATURES + j);
                }
                steps.add(features);
            }
            rows.add(RowFactory.create((double) (i % 2), form.of(steps)));
        }
        return LocalSpark.of(rows, schema(type), 3);
    }

    private static StructType schema(DataType type) {
        return new StructType().add("label", DataTypes.DoubleType).add("features", type);
    }

    private static Object flat(List<double[]> steps) {
        return steps.stream().flatMapToDouble(Arrays::stream).toArray();
    }

    private static Object nested(List<double[]> steps) {
        return steps.toArray(double[][]::new);
    }

    private static NeuralNetworkClassifier classifier(Sequential network) {
        return new NeuralNetworkClassifier()
                .setNetwork(network)
                .setEpochs(2)
                .setBatchSize(8)
                .setNumWorkers(2);
    }

    private static final Sequential OPEN = Sequential.of(LSTM.of(5), Dense.of(2).activation("softmax"));

    @Test
    void nestedArraysStateTheShape() {
        Dataset<Row> flat = data(NUMBERS, SequenceFeaturesTest::flat);
        Dataset<Row> nested = data(new ArrayType(NUMBERS, false), SequenceFeaturesTest::nested);
        Dataset<Row> vectors = data(
                new ArrayType(SQLDataTypes.VectorType(), false),
                steps -> steps.stream().map(Vectors::dense).toArray(Vector[]::new));
        NeuralNetworkClassificationModel expected =
                classifier(OPEN.withInput(Shape.of(STEPS, FEATURES))).fit(flat);
        for (Dataset<Row> data : List.of(nested, vectors)) {
            NeuralNetworkClassificationModel model = classifier(OPEN).fit(data);
            assertThat(model.network()).isEqualTo(expected.network());
            assertThat(model.trainedNetwork().weights().trainable())
                    .isEqualTo(expected.trainedNetwork().weights().trainable());
            assertThat(model.transform(data).select("probability").collectAsList())
                    .isEqualTo(expected.transform(flat).select("probability").collectAsList());
        }
    }

    @Test
    void aNetworkWithoutStepsReadsThemOneAfterTheOther() {
        Dataset<Row> nested = data(new ArrayType(NUMBERS, false), SequenceFeaturesTest::nested);
        NeuralNetworkClassificationModel model =
                new NeuralNetworkClassifier().setEpochs(1).fit(nested);
        assertThat(model.numFeatures()).isEqualTo(STEPS * FEATURES);
    }

    @Test
    void stepsOfDifferentLengthAreRefused() {
        Row ragged = RowFactory.create(0.0, new double[][] {{1, 2}, {3}});
        Dataset<Row> data = LocalSpark.of(List.of(ragged), schema(new ArrayType(NUMBERS, false)), 1);
        assertThatThrownBy(() -> classifier(OPEN).fit(data))
                .hasMessage("The column 'features' needs steps of the same length within a row. Received one of 1"
                        + " after one of 2.");
    }

    @Test
    void rowsOfDifferentShapeAreRefused() {
        Row two = RowFactory.create(0.0, new double[][] {{1, 2, 3}, {1, 2, 3}});
        Row three = RowFactory.create(0.0, new double[][] {{1, 2}, {1, 2}, {1, 2}});
        Dataset<Row> data = LocalSpark.of(List.of(two, three), schema(new ArrayType(NUMBERS, false)), 1);
        assertThatThrownBy(() -> classifier(OPEN).fit(data))
                .hasMessage("The column 'features' needs 2 x 3 features in every row. Received a row with 3 x 2.");
    }

    @Test
    void anotherShapeThanTheNetworksIsRefused() {
        Dataset<Row> nested = data(new ArrayType(NUMBERS, false), SequenceFeaturesTest::nested);
        Sequential turned =
                Sequential.of(Input.of(FEATURES, STEPS), LSTM.of(5), Dense.of(2).activation("softmax"));
        assertThatThrownBy(() -> classifier(turned).fit(nested))
                .hasMessage(
                        "The network takes 12 features for its input 'input_layer' of shape (3, 4). The column 'features' has 12, in"
                                + " arrays of shape (4, 3).");
    }
}
