package io.kindling.spark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kindling.layers.core.Dense;
import io.kindling.models.Sequential;
import io.kindling.spark.testing.LocalSpark;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.apache.spark.ml.linalg.Vector;
import org.apache.spark.ml.linalg.Vectors;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.functions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Class weights are weights of rows, by the class of the row. */
class ClassWeightsTest {
    /** Neither is a whole number of halves, and their ratio is none either. */
    private static final double[] WEIGHTS = {0.3, 1.7};

    private static NeuralNetworkClassifier classifier() {
        return new NeuralNetworkClassifier()
                .setHiddenLayers(new int[] {8})
                .setEpochs(3)
                .setBatchSize(8)
                .setNumWorkers(2);
    }

    private static float[] trained(NeuralNetworkClassifier classifier, Dataset<Row> data) {
        return classifier.fit(data).trainedNetwork().weights().trainable();
    }

    private static Column byClass(double[] weights) {
        return functions.when(functions.col("label").equalTo(0), weights[0]).otherwise(weights[1]);
    }

    @Test
    void equalTheSameWeightsInAColumn() {
        Dataset<Row> data = LocalSpark.moons(60, 3);
        float[] byClass = trained(classifier().setClassWeights(WEIGHTS), data);
        float[] byColumn = trained(classifier().setWeightCol("byClass"), data.withColumn("byClass", byClass(WEIGHTS)));
        assertThat(byClass).isEqualTo(byColumn);
        assertThat(byClass).isNotEqualTo(trained(classifier(), data));
    }

    @Test
    void multiplyTheWeightsOfRows() {
        Dataset<Row> data =
                LocalSpark.moons(60, 3).withColumn("own", functions.col("label").plus(0.7));
        float[] both = trained(classifier().setWeightCol("own").setClassWeights(WEIGHTS), data);
        Dataset<Row> product = data.withColumn("product", functions.col("own").multiply(byClass(WEIGHTS)));
        assertThat(both).isEqualTo(trained(classifier().setWeightCol("product"), product));
    }

    @Test
    void countForSparseRowsToo() {
        List<Row> rows = new ArrayList<>();
        for (Row row : LocalSpark.moons(40)) {
            double[] point = ((Vector) row.get(0)).toArray();
            Vector padded = Vectors.sparse(9, new int[] {2, 7}, point);
            rows.add(RowFactory.create(padded, row.get(1), row.get(2)));
        }
        Dataset<Row> data = LocalSpark.of(rows, LocalSpark.SCHEMA, 2);
        assertThat(trained(classifier().setClassWeights(WEIGHTS), data))
                .isEqualTo(trained(classifier().setWeightCol("byClass"), data.withColumn("byClass", byClass(WEIGHTS))));
    }

    @Test
    void aClassOfWeightZeroIsNotLearned() {
        Dataset<Row> data = LocalSpark.moons(60, 2);
        NeuralNetworkClassificationModel model = classifier()
                .setOptimizer("adam(0.05)")
                .setEpochs(30)
                .setClassWeights(new double[] {0, 1})
                .fit(data);
        assertThat(model.transform(data).filter("prediction = 0").count()).isZero();
    }

    static Stream<double[]> wrongNumbers() {
        return Stream.of(
                new double[] {1, -1},
                new double[] {1, Double.NaN},
                new double[] {Double.POSITIVE_INFINITY, 1},
                new double[] {1e300, 1},
                new double[] {0, 0},
                new double[] {});
    }

    @ParameterizedTest
    @MethodSource("wrongNumbers")
    void numbersThatAreNoWeights(double[] weights) {
        assertThatThrownBy(() -> classifier().setClassWeights(weights))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContainingAll("classWeights", "at least 0", Arrays.toString(weights));
    }

    @Test
    void anotherNumberOfClasses() {
        for (double[] weights : new double[][] {{1}, {1, 2, 3}}) {
            assertThatThrownBy(() -> classifier().setClassWeights(weights).fit(LocalSpark.moons(20, 2)))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("classWeights needs one number per class, 2. Received: " + weights.length + ".");
        }
        Sequential oneOutput = Sequential.of(Dense.of(1).activation("sigmoid"));
        NeuralNetworkClassifier binary = classifier().setNetwork(oneOutput);
        assertThat(trained(binary.setClassWeights(WEIGHTS), LocalSpark.moons(20, 2)))
                .isNotEmpty();
    }
}
