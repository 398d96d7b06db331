package io.kindling.examples;

import static org.assertj.core.api.Assertions.assertThat;

import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;

/** Attention finds in the rows of an image what tells its digit. */
class TransformerEncoderTest {
    private static final SparkSession SPARK = ExampleData.spark();

    /** 49 of the 500 digits are the one most frequent in training. */
    @Test
    void rowsOfImages() {
        Dataset<Row> test = TransformerEncoder.test(SPARK);
        assertThat(TransformerEncoder.mostFrequent(SPARK, test)).isEqualTo(0.098);
        assertThat(ExampleData.accuracy(TransformerEncoder.train(SPARK), test)).isGreaterThan(0.88);
    }
}
