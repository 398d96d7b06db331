package io.kindling.examples;

import static org.assertj.core.api.Assertions.assertThat;

import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;

/** An LSTM remembers: what it needs lies many steps before the end of its sequences. */
class RecurrentNetworksTest {
    private static final SparkSession SPARK = ExampleData.spark();

    /** The last rows of an image are empty, and say nothing of the digit. */
    @Test
    void rowsOfImages() {
        assertThat(ExampleData.accuracy(LstmOverImageRows.train(SPARK), LstmOverImageRows.test(SPARK)))
                .isGreaterThan(0.85);
    }

    /** In 6 hours the temperature changes by 4.2 °F in the mean. */
    @Test
    void temperatures() {
        Dataset<Row> test = LstmTemperatureForecast.test(SPARK);
        double unchanged = LstmTemperatureForecast.meanError(test, "last");
        assertThat(unchanged).isBetween(4.1, 4.3);
        Dataset<Row> forecasts = LstmTemperatureForecast.train(SPARK).transform(test);
        assertThat(LstmTemperatureForecast.meanError(forecasts, "prediction")).isLessThan(unchanged / 4);
    }
}
