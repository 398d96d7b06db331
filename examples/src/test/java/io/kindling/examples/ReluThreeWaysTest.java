package io.kindling.examples;

import static org.assertj.core.api.Assertions.assertThat;

import io.kindling.models.Sequential;
import io.kindling.spark.NeuralNetworkClassificationModel;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;

/** An activation by name, as a layer and as a value is one thing, and learns to tell digits apart. */
class ReluThreeWaysTest {
    private static final SparkSession SPARK = ExampleData.spark();

    private static float[] weights(Sequential network) {
        return ReluThreeWays.train(SPARK, network).trainedNetwork().weights().trainable();
    }

    /** With linear hidden layers it would be 0.870. */
    @Test
    void giveTheSameModel() {
        NeuralNetworkClassificationModel model = ReluThreeWays.train(SPARK, ReluThreeWays.byName());
        assertThat(ExampleData.accuracy(model, ExampleData.mnistTest(SPARK))).isGreaterThan(0.88);
        float[] byName = model.trainedNetwork().weights().trainable();
        assertThat(weights(ReluThreeWays.asLayers())).isEqualTo(byName);
        assertThat(weights(ReluThreeWays.asValues())).isEqualTo(byName);
    }
}
