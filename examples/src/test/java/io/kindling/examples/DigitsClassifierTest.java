package io.kindling.examples;

import static org.assertj.core.api.Assertions.assertThat;

import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;

/** The example learns what it says. */
class DigitsClassifierTest {

    @Test
    void tellsDigitsApart() {
        try (SparkSession spark = SparkSession.builder()
                .master("local[2]")
                .config("spark.ui.enabled", "false")
                .config("spark.driver.bindAddress", "127.0.0.1")
                .config("spark.driver.host", "127.0.0.1")
                .getOrCreate()) {
            assertThat(DigitsClassifier.accuracy(spark, "data/digits.csv")).isGreaterThan(0.95);
        }
    }
}
