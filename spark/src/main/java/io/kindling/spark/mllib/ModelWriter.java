package io.kindling.spark.mllib;

import io.kindling.engine.TrainedNetwork;
import io.kindling.persistence.WeightFile;
import io.kindling.spark.files.Manifest;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.spark.ml.param.Params;

/**
 * Writes a model directory: MLlib's {@code metadata}, {@code network.json}, {@code weights.safetensors} and the
 * {@link Manifest} of the three. If one cannot be written, nothing is left.
 */
public final class ModelWriter extends StageWriter {
    /** The network, as JSON. */
    public static final String NETWORK = "network.json";
    /** Its numbers. */
    public static final String WEIGHTS = "weights.safetensors";

    private final TrainedNetwork trained;

    public ModelWriter(Params model, TrainedNetwork trained) {
        super(model);
        this.trained = trained;
    }

    @Override
    Map<String, Content> files() {
        Map<String, Content> files = new LinkedHashMap<>();
        files.put(NETWORK, out -> out.write(trained.network().toJson().getBytes(StandardCharsets.UTF_8)));
        files.put(WEIGHTS, out -> WeightFile.write(trained, out));
        return files;
    }
}
