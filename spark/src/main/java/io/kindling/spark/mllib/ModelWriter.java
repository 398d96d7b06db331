package io.kindling.spark.mllib;

import io.kindling.engine.TrainedNetwork;
import io.kindling.persistence.WeightFile;
import io.kindling.spark.files.Manifest;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.apache.spark.ml.param.Params;
import org.apache.spark.ml.util.MLWriter;

/**
 * Writes a model directory: MLlib's {@code metadata}, {@code network.json}, {@code weights.safetensors} and the
 * {@link Manifest} of the three. If one cannot be written, nothing is left.
 */
public final class ModelWriter extends MLWriter {
    /** The network, as JSON. */
    public static final String NETWORK = "network.json";
    /** Its numbers. */
    public static final String WEIGHTS = "weights.safetensors";

    private final Params model;
    private final TrainedNetwork trained;

    public ModelWriter(Params model, TrainedNetwork trained) {
        this.model = model;
        this.trained = trained;
    }

    @Override
    public void saveImpl(String path) {
        Path directory = new Path(path);
        try {
            FileSystem files =
                    directory.getFileSystem(sparkSession().sparkContext().hadoopConfiguration());
            try {
                SparkMl.writeMetadata(model, path, sparkSession());
                try (OutputStream out = files.create(new Path(directory, NETWORK), false)) {
                    out.write(trained.network().toJson().getBytes(StandardCharsets.UTF_8));
                }
                try (OutputStream out = files.create(new Path(directory, WEIGHTS), false)) {
                    WeightFile.write(trained, out);
                }
                Manifest.write(files, directory);
            } catch (IOException | RuntimeException failed) {
                files.delete(directory, true);
                throw failed;
            }
        } catch (IOException failed) {
            throw new UncheckedIOException("The model cannot be written to " + path + ".", failed);
        }
    }
}
