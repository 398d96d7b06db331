package io.kindling.examples;

import static org.assertj.core.api.Assertions.assertThat;

import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;

/** The outputs and losses for two and for ten classes learn real data. */
class ClassifiersTest {
    private static final SparkSession SPARK = ExampleData.spark();

    /** 63 of 100 tumours are of one class. */
    @Test
    void sigmoidWithBinaryCrossentropy() {
        assertThat(ExampleData.accuracy(SigmoidBinaryClassifier.train(SPARK), SigmoidBinaryClassifier.test(SPARK)))
                .isGreaterThan(0.93);
    }

    @Test
    void softmaxWithCategoricalCrossentropy() {
        assertThat(ExampleData.accuracy(SoftmaxClassifier.train(SPARK), SoftmaxClassifier.test(SPARK)))
                .isGreaterThan(0.88);
    }
}
