package io.kindling.dl4j.spark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.offset;

import io.kindling.layers.core.Dense;
import io.kindling.layers.regularization.Dropout;
import io.kindling.models.Sequential;
import io.kindling.spark.NeuralNetworkClassifier;
import io.kindling.spark.testing.LocalSpark;
import java.util.Arrays;
import org.apache.spark.ml.evaluation.MulticlassClassificationEvaluator;
import org.apache.spark.ml.feature.StandardScaler;
import org.apache.spark.ml.feature.VectorAssembler;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** On real data both engines learn equally well from the same spec, with nothing but the engine changed. */
class AccuracyTest {

    @ParameterizedTest
    @CsvSource({"breast_cancer.csv, 2, 0.94", "digits.csv, 10, 0.95"})
    void isWithinOnePoint(String file, int classes, double atLeast) {
        Dataset<Row>[] parts = standardized("../examples/data/" + file).randomSplit(new double[] {0.7, 0.3}, 42);
        Dataset<Row> train = parts[0].cache();
        Dataset<Row> test = parts[1].cache();
        NeuralNetworkClassifier classifier = new NeuralNetworkClassifier()
                .setNetwork(Sequential.of(
                        Dense.of(64).activation("relu"),
                        Dropout.of(0.2),
                        Dense.of(32).activation("relu"),
                        Dense.of(classes).activation("softmax")))
                .setOptimizer("adam(0.002)")
                .setNumWorkers(2)
                .setBatchSize(16)
                .setEpochs(12)
                .setSeed(5);
        double kindling = accuracy(classifier, train, test);
        double dl4j = accuracy(classifier.setEngine("dl4j"), train, test);
        System.out.printf("%s: kindling %.4f, dl4j %.4f%n", file, kindling, dl4j);
        assertThat(kindling).isGreaterThan(atLeast);
        assertThat(dl4j).isCloseTo(kindling, offset(0.01));
        train.unpersist();
        test.unpersist();
    }

    private static double accuracy(NeuralNetworkClassifier classifier, Dataset<Row> train, Dataset<Row> test) {
        return new MulticlassClassificationEvaluator()
                .setMetricName("accuracy")
                .evaluate(classifier.fit(train).transform(test));
    }

    private static Dataset<Row> standardized(String file) {
        Dataset<Row> table = LocalSpark.session()
                .read()
                .option("header", true)
                .option("inferSchema", true)
                .csv(file);
        String[] columns = Arrays.stream(table.columns())
                .filter(column -> !column.equals("label"))
                .toArray(String[]::new);
        Dataset<Row> assembled =
                new VectorAssembler().setInputCols(columns).setOutputCol("raw").transform(table);
        return new StandardScaler()
                .setInputCol("raw")
                .setOutputCol("features")
                .setWithMean(true)
                .fit(assembled)
                .transform(assembled)
                .select("features", "label");
    }
}
