package io.kindling.spark.earlier;

import io.kindling.spark.NeuralNetworkClassificationModel;
import java.io.IOException;
import java.nio.file.Path;

/** Wrote the models of a version into the test resources; it is run once for each version, before the next begins. */
final class EarlierModelsWriter {

    private EarlierModelsWriter() {}

    public static void main(String[] arguments) throws IOException {
        for (EarlierModel earlier : EarlierModel.values()) {
            NeuralNetworkClassificationModel model = earlier.classifier().fit(earlier.data());
            model.write().overwrite().save(earlier.directory());
            Predictions.of(model, earlier).write(Path.of(earlier.directory(), "predictions.txt"));
        }
    }
}
