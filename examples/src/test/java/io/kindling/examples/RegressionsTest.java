package io.kindling.examples;

import static org.assertj.core.api.Assertions.assertThat;

import org.apache.spark.ml.Transformer;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;

/** Linear and softplus outputs explain what can be explained of the progress of diabetes, a bit less than half. */
class RegressionsTest {
    private static final Diabetes DIABETES = Diabetes.of(ExampleData.spark());

    @Test
    void linearOutput() {
        Transformer model = DIABETES.train(LinearOutputRegression.network());
        assertThat(ExampleData.explained(model, DIABETES.test())).isGreaterThan(0.35);
    }

    @Test
    void softplusOutput() {
        Transformer model = DIABETES.train(SoftplusOutputRegression.network());
        Dataset<Row> test = DIABETES.test();
        assertThat(ExampleData.explained(model, test)).isGreaterThan(0.35);
        assertThat(model.transform(test).filter("prediction <= 0").count()).isZero();
    }
}
