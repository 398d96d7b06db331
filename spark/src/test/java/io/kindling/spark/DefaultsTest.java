package io.kindling.spark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.kindling.layers.Layer;
import io.kindling.layers.core.Dense;
import io.kindling.layers.tabular.CategoryEncoding;
import io.kindling.layers.tabular.MemberAverage;
import io.kindling.layers.tabular.Normalization;
import io.kindling.models.LayerPlan;
import io.kindling.models.Network;
import io.kindling.models.Sequential;
import io.kindling.spark.testing.LocalSpark;
import io.kindling.spark.training.TrainingListener;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.spark.ml.evaluation.MulticlassClassificationEvaluator;
import org.apache.spark.ml.evaluation.RegressionEvaluator;
import org.apache.spark.ml.feature.StringIndexer;
import org.apache.spark.ml.feature.VectorAssembler;
import org.apache.spark.ml.linalg.Vectors;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.junit.jupiter.api.Test;

/** What is trained where nothing, or not everything, is set. */
class DefaultsTest {

    @Test
    void irisIsLearnedWithNothingSet() {
        Dataset<Row>[] parts = LocalSpark.csv("iris.csv").randomSplit(new double[] {0.7, 0.3}, 1);
        NeuralNetworkClassificationModel model = new NeuralNetworkClassifier().fit(parts[0]);
        double accuracy = new MulticlassClassificationEvaluator()
                .setMetricName("accuracy")
                .evaluate(model.transform(parts[1]));
        assertThat(accuracy).isGreaterThanOrEqualTo(0.93);
    }

    /** y = 10⁶ + 1000 (2 a + sin b). */
    private static Dataset<Row> numbers(int rows) {
        List<Row> all = new ArrayList<>();
        for (int i = 0; i < rows; i++) {
            double a = i % 37 / 10.0;
            double b = i % 101 / 20.0;
            all.add(RowFactory.create(Vectors.dense(a * 1e4, b), 1e6 + 1000 * (2 * a + Math.sin(b))));
        }
        return LocalSpark.of(
                all,
                new StructType()
                        .add("features", LocalSpark.SCHEMA.apply("features").dataType())
                        .add("label", DataTypes.DoubleType),
                3);
    }

    @Test
    void labelsOfAnySizeAreLearned() {
        Dataset<Row> data = numbers(600);
        RegressionEvaluator r2 = new RegressionEvaluator().setMetricName("r2");
        for (NeuralNetworkRegressor regressor : List.of(
                new NeuralNetworkRegressor().setEpochs(60),
                new NeuralNetworkRegressor().setEpochs(60).setHiddenLayers(new int[] {32}),
                new NeuralNetworkRegressor().setEpochs(60).setLoss("mean_absolute_error"))) {
            NeuralNetworkRegressionModel model = regressor.setNumWorkers(1).fit(data);
            assertThat(r2.evaluate(model.transform(data))).isGreaterThan(0.95);
        }
    }

    /** Trained on a part of the line, asked far beyond it. */
    @Test
    void predictionsStayInTheRangeThatIsAskedFor() {
        StructType schema = numbers(1).schema();
        Dataset<Row> beyond = LocalSpark.of(
                List.of(RowFactory.create(Vectors.dense(-1e6, 0), 0.0), RowFactory.create(Vectors.dense(1e6, 0), 0.0)),
                schema,
                1);
        Dataset<Row> small = numbers(200).withColumn("label", functions.expr("(label - 1000000) / 1000 + 1.5"));
        NeuralNetworkRegressor regressor = new NeuralNetworkRegressor()
                .setHiddenLayers(new int[] {16})
                .setEpochs(40)
                .setNumWorkers(1);
        List<Row> any =
                regressor.fit(small).transform(beyond).select("prediction").collectAsList();
        assertThat(any.get(0).getDouble(0)).isNegative();
        List<Row> clipped = regressor
                .setPredictionRange("training")
                .fit(small)
                .transform(beyond)
                .select("prediction")
                .collectAsList();
        Row range = small.agg(functions.min("label"), functions.max("label")).first();
        assertThat(clipped.get(0).getDouble(0)).isCloseTo(range.getDouble(0), within(1e-4));
        assertThat(clipped.get(1).getDouble(0)).isCloseTo(range.getDouble(1), within(1e-4));
        List<Row> positive = regressor
                .setPredictionRange("positive")
                .fit(small)
                .transform(beyond)
                .select("prediction")
                .collectAsList();
        assertThat(positive).allMatch(row -> row.getDouble(0) >= 0);
        assertThatThrownBy(() -> regressor.fit(small.withColumn("label", functions.expr("label - 100"))))
                .hasMessageContaining("needs labels above 0");
        assertThatThrownBy(() -> regressor.setPredictionRange("none"))
                .hasMessage("predictionRange must be any, positive or training. Received: none.");
    }

    @Test
    void rowsCountInTheirOrderHoweverTheyArePartitioned() {
        List<Row> rows = numbers(1200).collectAsList();
        StructType schema = numbers(1).schema();
        float[] expected = null;
        for (int partitions : new int[] {1, 3, 7}) {
            NeuralNetworkRegressionModel model = new NeuralNetworkRegressor()
                    .setEpochs(2)
                    .setNumWorkers(1)
                    .fit(LocalSpark.of(rows, schema, partitions));
            float[] weights = model.trainedNetwork().weights().trainable();
            expected = expected == null ? weights : expected;
            assertThat(weights).isEqualTo(expected);
            Network hidden = new NeuralNetworkRegressor()
                    .setHiddenLayers(new int[] {2})
                    .setEpochs(1)
                    .fit(LocalSpark.of(rows, schema, partitions))
                    .network();
            assertThat(hidden)
                    .isEqualTo(new NeuralNetworkRegressor()
                            .setHiddenLayers(new int[] {2})
                            .setEpochs(1)
                            .fit(LocalSpark.of(rows, schema, 2))
                            .network());
        }
    }

    @Test
    void attributesSayWhatIsACategory() {
        List<Row> rows = IntStream.range(0, 60)
                .mapToObj(i -> RowFactory.create("abc".substring(i % 3, i % 3 + 1), (double) i, (double) (i % 2)))
                .toList();
        StructType schema = new StructType()
                .add("color", DataTypes.StringType)
                .add("size", DataTypes.DoubleType)
                .add("label", DataTypes.DoubleType);
        Dataset<Row> table = LocalSpark.of(rows, schema, 2);
        Dataset<Row> indexed = new StringIndexer()
                .setInputCol("color")
                .setOutputCol("index")
                .fit(table)
                .transform(table);
        Dataset<Row> assembled = new VectorAssembler()
                .setInputCols(new String[] {"index", "size"})
                .setOutputCol("features")
                .transform(indexed);
        assertThat(layers(new NeuralNetworkClassifier().setEpochs(1).fit(assembled)))
                .contains(CategoryEncoding.of(3))
                .last()
                .isEqualTo(new MemberAverage());
        assertThat(layers(new NeuralNetworkClassifier()
                        .setHiddenLayers(new int[] {4})
                        .setEpochs(1)
                        .fit(assembled)))
                .contains(CategoryEncoding.of(3))
                .anyMatch(Normalization.class::isInstance);
    }

    private static List<Layer> layers(NeuralNetworkClassificationModel model) {
        return model.network().plan().layers().stream().map(LayerPlan::layer).toList();
    }

    @Test
    void standardizationIsForNetworksThatAreBuiltUnlessItIsSet() {
        Dataset<Row> iris = LocalSpark.csv("iris.csv");
        int[] four = {4};
        assertThat(layers(new NeuralNetworkClassifier()
                                .setHiddenLayers(four)
                                .setEpochs(1)
                                .fit(iris))
                        .get(1))
                .isInstanceOfSatisfying(
                        Normalization.class,
                        layer -> assertThat(layer.mean().get(0)).isCloseTo(5.843, within(0.001)));
        assertThat(layers(new NeuralNetworkClassifier()
                        .setHiddenLayers(four)
                        .setStandardization(false)
                        .setEpochs(1)
                        .fit(iris)))
                .noneMatch(Normalization.class::isInstance);
        Sequential own = Sequential.of(Dense.of(3).activation("softmax"));
        assertThat(layers(new NeuralNetworkClassifier()
                        .setNetwork(own)
                        .setEpochs(1)
                        .fit(iris)))
                .hasSize(2);
        assertThat(layers(new NeuralNetworkClassifier()
                        .setNetwork(own)
                        .setStandardization(true)
                        .setEpochs(1)
                        .fit(iris)))
                .hasSize(3)
                .anyMatch(Normalization.class::isInstance);
    }

    @Test
    void sparseRowsAreScaledButNotShifted() {
        List<Row> rows = IntStream.range(0, 40)
                .mapToObj(i -> RowFactory.create(
                        Vectors.sparse(20, new int[] {i % 20}, new double[] {i % 2 == 0 ? 300 : 500}),
                        (double) (i % 2),
                        1.0))
                .toList();
        NeuralNetworkClassificationModel model = new NeuralNetworkClassifier()
                .setHiddenLayers(new int[] {4})
                .setEpochs(1)
                .fit(LocalSpark.of(rows, LocalSpark.SCHEMA, 2));
        assertThat(layers(model).get(1)).isInstanceOfSatisfying(Normalization.class, layer -> {
            assertThat(layer.mean()).containsExactly(0.0);
            assertThat(Math.sqrt(layer.variance().get(0))).isCloseTo(300, within(0.1));
            assertThat(Math.sqrt(layer.variance().get(1))).isCloseTo(500, within(0.1));
        });
    }

    @Test
    void fewRowsAreSharedByFewWorkersWhichIsSaid() {
        List<String> notices = new ArrayList<>();
        TrainingListener listener = new TrainingListener() {
            @Override
            public void noticed(String notice) {
                notices.add(notice);
            }
        };
        new NeuralNetworkClassifier()
                .setNumWorkers(4)
                .setEpochs(1)
                .setListener(listener)
                .fit(LocalSpark.csv("iris.csv"));
        assertThat(notices).anyMatch(notice -> notice.startsWith("Training uses 1 worker instead of 4"));
    }

    @Test
    void rowsAreKeptBackUnlessNoneAreWanted() {
        List<Integer> validated = new ArrayList<>();
        TrainingListener listener = new TrainingListener() {
            @Override
            public void validationStarts(int epoch) {
                validated.add(epoch);
            }
        };
        NeuralNetworkClassifier classifier =
                new NeuralNetworkClassifier().setEpochs(2).setListener(listener);
        classifier.fit(LocalSpark.csv("iris.csv"));
        assertThat(validated).isEmpty();
        Dataset<Row> many = LocalSpark.moons(1000, 2);
        classifier.fit(many);
        assertThat(validated).containsExactly(1, 2);
        classifier.setValidationFraction(0).fit(many);
        assertThat(validated).hasSize(2);
        assertThatThrownBy(() -> classifier.setPatience(3).fit(many))
                .hasMessageContaining("patience needs rows to validate with");
    }
}
