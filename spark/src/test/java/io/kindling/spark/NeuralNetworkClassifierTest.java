package io.kindling.spark;

import static org.assertj.core.api.Assertions.assertThat;

import io.kindling.layers.core.Dense;
import io.kindling.models.Sequential;
import io.kindling.optimizers.Adam;
import io.kindling.optimizers.Sgd;
import io.kindling.spark.testing.LocalSpark;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.apache.spark.ml.evaluation.MulticlassClassificationEvaluator;
import org.apache.spark.ml.feature.StandardScaler;
import org.apache.spark.ml.feature.StringIndexer;
import org.apache.spark.ml.linalg.Vector;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The classifier learns real data, takes every documented form of features, and predicts consistently. */
class NeuralNetworkClassifierTest {

    private static NeuralNetworkClassifier classifier() {
        return new NeuralNetworkClassifier()
                .setHiddenLayers(new int[] {16})
                .setOptimizer(Adam.of(0.01))
                .setEpochs(30)
                .setBatchSize(16)
                .setNumWorkers(2);
    }

    private static double accuracy(Dataset<Row> predictions) {
        return new MulticlassClassificationEvaluator().setMetricName("accuracy").evaluate(predictions);
    }

    private static Dataset<Row> standardized(Dataset<Row> data) {
        return new StandardScaler()
                .setInputCol("features")
                .setOutputCol("scaled")
                .setWithMean(true)
                .fit(data)
                .transform(data);
    }

    @Test
    void learnsIris() {
        Dataset<Row> iris = standardized(LocalSpark.csv("iris.csv"));
        NeuralNetworkClassificationModel model =
                classifier().setFeaturesCol("scaled").fit(iris);
        assertThat(model.numClasses()).isEqualTo(3);
        assertThat(model.numFeatures()).isEqualTo(4);
        assertThat(accuracy(model.transform(iris))).isGreaterThan(0.96);
    }

    @Test
    void learnsBreastCancerWithOneSigmoidOutput() {
        Dataset<Row> cancer = standardized(LocalSpark.csv("breast_cancer.csv"));
        Sequential network =
                Sequential.of(Dense.of(16).activation("relu"), Dense.of(1).activation("sigmoid"));
        NeuralNetworkClassificationModel model =
                classifier().setFeaturesCol("scaled").setNetwork(network).fit(cancer);
        assertThat(model.numClasses()).isEqualTo(2);
        Dataset<Row> predictions = model.transform(cancer);
        assertThat(accuracy(predictions)).isGreaterThan(0.97);
        for (Row row : predictions.select("probability", "prediction").takeAsList(20)) {
            Vector probability = row.getAs(0);
            assertThat(probability.size()).isEqualTo(2);
            assertThat(probability.apply(0) + probability.apply(1)).isEqualTo(1.0);
            assertThat(row.getDouble(1)).isEqualTo(probability.argmax());
        }
    }

    @Test
    void everyFormOfFeaturesGivesTheSameModel() {
        List<Row> rows = LocalSpark.moons(60);
        float[] expected = weights(LocalSpark.of(rows, LocalSpark.SCHEMA, 2));
        List<Row> sparse = rows.stream()
                .map(row -> RowFactory.create(((Vector) row.get(0)).toSparse(), row.get(1), row.get(2)))
                .collect(Collectors.toList());
        assertThat(weights(LocalSpark.of(sparse, LocalSpark.SCHEMA, 2))).isEqualTo(expected);
        assertThat(weights(asArrays(rows, false))).isEqualTo(expected);
        assertThat(weights(asArrays(rows, true))).isEqualTo(expected);
    }

    private static Dataset<Row> asArrays(List<Row> rows, boolean floats) {
        StructType schema = new StructType()
                .add("features", DataTypes.createArrayType(floats ? DataTypes.FloatType : DataTypes.DoubleType))
                .add("label", DataTypes.DoubleType);
        List<Row> arrays = rows.stream()
                .map(row -> {
                    double[] values = ((Vector) row.get(0)).toArray();
                    Object array = Arrays.stream(values)
                            .mapToObj(value -> floats ? (Number) (float) value : (Number) value)
                            .toArray();
                    return RowFactory.create(array, row.get(1));
                })
                .collect(Collectors.toList());
        return LocalSpark.of(arrays, schema, 2);
    }

    private static float[] weights(Dataset<Row> data) {
        return weights(16, data);
    }

    private static float[] weights(int units, Dataset<Row> data) {
        return classifier()
                .setHiddenLayers(new int[] {units})
                .setEpochs(2)
                .fit(data)
                .trainedNetwork()
                .weights()
                .trainable();
    }

    /** Also with a first layer so wide that it multiplies without the zeros. */
    @ParameterizedTest
    @ValueSource(ints = {16, 160})
    void sparseRowsWithManyZerosTrainLikeDenseOnes(int units) {
        Dataset<Row> dense = LocalSpark.csv("iris.csv");
        List<Row> padded = dense.collectAsList().stream()
                .map(row -> RowFactory.create(
                        org.apache.spark.ml.linalg.Vectors.sparse(
                                40, new int[] {3, 11, 20, 39}, ((Vector) row.get(0)).toArray()),
                        row.get(1),
                        row.get(2)))
                .collect(Collectors.toList());
        List<Row> written = padded.stream()
                .map(row -> RowFactory.create(((Vector) row.get(0)).toDense(), row.get(1), row.get(2)))
                .collect(Collectors.toList());
        float[] expected = weights(units, LocalSpark.of(padded, LocalSpark.SCHEMA, 3));
        assertThat(weights(units, LocalSpark.of(written, LocalSpark.SCHEMA, 3))).isEqualTo(expected);
        assertThat(weights(units, asArrays(written, false))).isEqualTo(expected);
    }

    @Test
    void weightsScaleTheLoss() {
        Dataset<Row> data = LocalSpark.moons(64, 2);
        NeuralNetworkClassifier plain = classifier().setOptimizer(Sgd.of(0.2)).setEpochs(3);
        NeuralNetworkClassifier halved =
                classifier().setOptimizer(Sgd.of(0.1)).setEpochs(3).setWeightCol("double");
        float[] expected = plain.fit(data).trainedNetwork().weights().trainable();
        float[] actual = halved.fit(data.withColumn("double", functions.lit(2)))
                .trainedNetwork()
                .weights()
                .trainable();
        for (int i = 0; i < expected.length; i++) {
            assertThat(actual[i]).isCloseTo(expected[i], org.assertj.core.data.Offset.offset(1e-5f));
        }
    }

    @Test
    void classesComeFromTheLabelsMetadata() {
        Dataset<Row> letters = LocalSpark.moons(30, 2)
                .withColumn(
                        "letter",
                        functions
                                .when(functions.col("label").equalTo(0), "a")
                                .when(functions.rand(1).gt(0.5), "b")
                                .otherwise("c"));
        Dataset<Row> indexed = new StringIndexer()
                .setInputCol("letter")
                .setOutputCol("index")
                .fit(letters)
                .transform(letters);
        Dataset<Row> withoutLast = indexed.filter(functions.col("index").lt(2));
        assertThat(classifier()
                        .setLabelCol("index")
                        .setEpochs(1)
                        .fit(withoutLast)
                        .numClasses())
                .isEqualTo(3);
    }

    @Test
    void thresholdsShiftThePrediction() {
        Dataset<Row> data = LocalSpark.moons(60, 2);
        NeuralNetworkClassificationModel model = classifier().setEpochs(1).fit(data);
        model.setThresholds(new double[] {1e-9, 1.0});
        assertThat(model.transform(data).filter("prediction = 1").count()).isZero();
    }

    @Test
    void columnsWithoutANameAreLeftOut() {
        Dataset<Row> data = LocalSpark.moons(20, 1);
        NeuralNetworkClassificationModel model = classifier().setEpochs(1).fit(data);
        model.setRawPredictionCol("").setProbabilityCol("");
        assertThat(model.transform(data).columns()).containsExactly("features", "label", "weight", "prediction");
    }

    @Test
    void anEmptyDataSetIsTransformedToAnEmptyOne() {
        Dataset<Row> data = LocalSpark.moons(20, 2);
        NeuralNetworkClassificationModel model = classifier().setEpochs(1).fit(data);
        assertThat(model.transform(data.limit(0)).count()).isZero();
    }
}
