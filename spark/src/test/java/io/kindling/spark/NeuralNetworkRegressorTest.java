package io.kindling.spark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kindling.layers.core.Dense;
import io.kindling.models.Sequential;
import io.kindling.optimizers.Adam;
import io.kindling.spark.testing.LocalSpark;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.spark.ml.evaluation.RegressionEvaluator;
import org.apache.spark.ml.feature.StandardScaler;
import org.apache.spark.ml.linalg.SQLDataTypes;
import org.apache.spark.ml.linalg.Vector;
import org.apache.spark.ml.linalg.Vectors;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The regressor learns real data and several outputs at once, and refuses labels it cannot learn. */
class NeuralNetworkRegressorTest {

    private static NeuralNetworkRegressor regressor() {
        return new NeuralNetworkRegressor()
                .setHiddenLayers(new int[] {16})
                .setOptimizer(Adam.of(0.02))
                .setEpochs(30)
                .setBatchSize(16)
                .setNumWorkers(2);
    }

    private static Dataset<Row> diabetes() {
        Dataset<Row> data = LocalSpark.csv("diabetes.csv");
        return new StandardScaler()
                .setInputCol("features")
                .setOutputCol("scaled")
                .setWithMean(true)
                .fit(data)
                .transform(data);
    }

    /** A linear model explains about half of the variance of these data. */
    @Test
    void learnsDiabetes() {
        Dataset<Row> data = diabetes();
        NeuralNetworkRegressionModel model =
                regressor().setFeaturesCol("scaled").fit(data);
        double explained = new RegressionEvaluator().setMetricName("r2").evaluate(model.transform(data));
        assertThat(explained).isGreaterThan(0.5);
        assertThat(model.numOutputs()).isEqualTo(1);
    }

    /** Of a fifth below the first and a fifth above the last quantile; they never cross. */
    @Test
    void learnsQuantilesThatDoNotCross() {
        Dataset<Row> data = diabetes();
        NeuralNetworkRegressionModel model = regressor()
                .setFeaturesCol("scaled")
                .setLoss("quantile([0.2, 0.5, 0.8])")
                .setOptimizer(Adam.of(0.05))
                .setEpochs(60)
                .fit(data);
        assertThat(model.numOutputs()).isEqualTo(3);
        int below = 0;
        int above = 0;
        List<Row> rows = model.transform(data).collectAsList();
        for (Row row : rows) {
            double label = row.<Number>getAs("label").doubleValue();
            Vector prediction = row.getAs("prediction");
            assertThat(prediction.toArray()).isSorted();
            below += label < prediction.apply(0) ? 1 : 0;
            above += label > prediction.apply(2) ? 1 : 0;
        }
        assertThat(below / (double) rows.size()).isBetween(0.1, 0.3);
        assertThat(above / (double) rows.size()).isBetween(0.1, 0.3);
    }

    @Test
    void needsAnOutputForEachQuantile() {
        NeuralNetworkRegressor regressor =
                regressor().setNetwork(Sequential.of(Dense.of(2))).setLoss("quantile([0.1, 0.5, 0.9])");
        assertThatThrownBy(() -> regressor.fit(LocalSpark.csv("diabetes.csv")))
                .hasMessage("The last layer of a regression needs one output per label and quantile, 3. 'dense' gives"
                        + " (2,).");
    }

    private static Dataset<Row> points(boolean arrays) {
        StructType schema = new StructType()
                .add("features", SQLDataTypes.VectorType())
                .add("label", arrays ? DataTypes.createArrayType(DataTypes.DoubleType) : SQLDataTypes.VectorType());
        List<Row> rows = new ArrayList<>();
        for (int i = 0; i < 120; i++) {
            double x = (i * 0.618034) % 1;
            double y = (i * 0.414214) % 1;
            Object label = arrays ? new Double[] {x + y, x - y} : Vectors.dense(x + y, x - y);
            rows.add(RowFactory.create(Vectors.dense(x, y), label));
        }
        return LocalSpark.of(rows, schema, 3);
    }

    @Test
    void learnsSeveralOutputsFromVectorsAndArraysAlike() {
        Dataset<Row> vectors = points(false);
        NeuralNetworkRegressionModel model = regressor().setEpochs(80).fit(vectors);
        assertThat(model.numOutputs()).isEqualTo(2);
        for (Row row : model.transform(vectors).collectAsList()) {
            Vector label = row.getAs("label");
            Vector prediction = row.getAs("prediction");
            assertThat(Math.sqrt(Vectors.sqdist(label, prediction))).isLessThan(0.2);
        }
        assertThat(regressor()
                        .setEpochs(80)
                        .fit(points(true))
                        .trainedNetwork()
                        .weights()
                        .trainable())
                .isEqualTo(model.trainedNetwork().weights().trainable());
    }

    @Test
    void comesBackAsItWasSaved(@TempDir Path folder) throws java.io.IOException {
        Dataset<Row> data = points(false);
        NeuralNetworkRegressor saved = regressor().setEpochs(2);
        saved.write().save(folder.resolve("estimator").toString());
        assertThat(NeuralNetworkRegressor.load(folder.resolve("estimator").toString())
                        .getEpochs())
                .isEqualTo(2);
        NeuralNetworkRegressionModel model = saved.fit(data);
        model.write().save(folder.resolve("model").toString());
        NeuralNetworkRegressionModel loaded =
                NeuralNetworkRegressionModel.load(folder.resolve("model").toString());
        assertThat(loaded.transform(data).collectAsList())
                .isEqualTo(model.transform(data).collectAsList());
        assertThat(model.transform(data).schema()).isEqualTo(model.transformSchema(data.schema()));
    }

    @Test
    void refusesWhatItCannotLearn() {
        Sequential oneOutput = Sequential.of(Dense.of(1));
        assertThatThrownBy(() -> regressor().setNetwork(oneOutput).fit(points(false)))
                .hasMessageContaining("one output per label, 2")
                .hasMessageContaining("'dense' gives (1,)");
        Dataset<Row> infinite =
                LocalSpark.of(List.of(LocalSpark.row(Double.POSITIVE_INFINITY, 1, 1, 2)), LocalSpark.SCHEMA, 1);
        assertThatThrownBy(() -> regressor().fit(infinite)).hasMessageContaining("finite numbers. Received: Infinity");
        assertThatThrownBy(() -> new NeuralNetworkClassifier().fit(points(false)))
                .hasMessageContaining("'label' of labels must be numeric");
    }
}
