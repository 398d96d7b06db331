package io.kindling.examples;

import static org.assertj.core.api.Assertions.assertThat;

import io.kindling.examples.extension.LayerScale;
import io.kindling.models.Functional;
import io.kindling.models.Layers;
import io.kindling.models.Network;
import io.kindling.spark.NeuralNetworkClassificationModel;
import java.io.IOException;
import java.nio.file.Path;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A layer that an extension names is trained, written and read as the project's own are. */
class LayerOfOnesOwnTest {
    private static final SparkSession SPARK = ExampleData.spark();

    @TempDir
    private Path folder;

    @Test
    void aLayerOfAnExtensionHasAName() {
        assertThat(Layers.registry().nameOf(LayerScale.of())).isEqualTo("LayerScale");
        Functional network = LayerOfOnesOwn.network();
        assertThat(network.toJson()).contains("gamma_initializer");
        assertThat(Network.fromJson(network.toJson())).isEqualTo(network);
    }

    @Test
    void itsModelIsTrainedSavedAndLoaded() throws IOException {
        Dataset<Row> test = LayerOfOnesOwn.test(SPARK);
        NeuralNetworkClassificationModel model = LayerOfOnesOwn.train(SPARK);
        assertThat(ExampleData.accuracy(model, test)).isGreaterThan(0.85);
        String path = folder.resolve("model").toString();
        model.save(path);
        assertThat(NeuralNetworkClassificationModel.load(path).transform(test).collectAsList())
                .isEqualTo(model.transform(test).collectAsList());
    }
}
