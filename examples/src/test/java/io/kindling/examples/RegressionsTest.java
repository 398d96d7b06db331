package io.kindling.examples;

import static org.assertj.core.api.Assertions.assertThat;

import org.apache.spark.ml.Transformer;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;

/** Linear and softplus outputs explain what can be explained of the progress of diabetes, a bit less than half. */
class RegressionsTest {
    private static final SparkSession SPARK = ExampleData.spark();

    @Test
    void linearOutput() {
        Transformer model = LinearOutputRegression.train(SPARK);
        assertThat(ExampleData.explained(model, LinearOutputRegression.test(SPARK)))
                .isGreaterThan(0.35);
    }

    @Test
    void softplusOutput() {
        Transformer model = SoftplusOutputRegression.train(SPARK);
        Dataset<Row> test = SoftplusOutputRegression.test(SPARK);
        assertThat(ExampleData.explained(model, test)).isGreaterThan(0.35);
        assertThat(model.transform(test).filter("prediction <= 0").count()).isZero();
    }
}
