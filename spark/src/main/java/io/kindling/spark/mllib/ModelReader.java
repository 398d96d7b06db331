package io.kindling.spark.mllib;

import io.kindling.engine.TrainedNetwork;
import io.kindling.models.Sequential;
import io.kindling.persistence.WeightFile;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.function.BiFunction;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.apache.spark.ml.param.Params;
import org.apache.spark.ml.util.DefaultParamsReader;
import org.apache.spark.ml.util.MLReader;
import scala.Option;

/**
 * Reads what {@link ModelWriter} wrote. Nothing in the files can name a class to load, and no byte of them reaches
 * Java deserialization.
 *
 * @param <T> the model
 */
public final class ModelReader<T extends Params> extends MLReader<T> {
    private static final int LONGEST_NETWORK = 16_000_000;

    private final Class<T> type;
    private final BiFunction<String, TrainedNetwork, T> constructor;

    /**
     * A reader of one kind of model.
     *
     * @param constructor makes the model from its uid and network
     */
    public ModelReader(Class<T> type, BiFunction<String, TrainedNetwork, T> constructor) {
        this.type = type;
        this.constructor = constructor;
    }

    /**
     * Reads a model.
     *
     * @throws DamagedModelException if a file is missing, cut short or damaged
     */
    @Override
    public T load(String path) {
        try {
            Path directory = new Path(path);
            FileSystem files =
                    directory.getFileSystem(sparkSession().sparkContext().hadoopConfiguration());
            requireFile(files, directory, "metadata");
            requireFile(files, directory, ModelWriter.NETWORK);
            requireFile(files, directory, ModelWriter.WEIGHTS);
            DefaultParamsReader.Metadata metadata = SparkMl.readMetadata(path, sparkSession(), type);
            Sequential network = readNetwork(files, new Path(directory, ModelWriter.NETWORK));
            TrainedNetwork trained;
            try (InputStream in = new BufferedInputStream(files.open(new Path(directory, ModelWriter.WEIGHTS)))) {
                trained = WeightFile.read(network, in);
            }
            T model = constructor.apply(metadata.uid(), trained);
            metadata.getAndSetParams(model, Option.empty());
            return model;
        } catch (IOException | RuntimeException damaged) {
            throw new DamagedModelException(
                    "The model directory " + path + " cannot be read: " + damaged.getMessage(), damaged);
        }
    }

    private static Sequential readNetwork(FileSystem files, Path file) throws IOException {
        try (InputStream in = files.open(file)) {
            byte[] text = in.readNBytes(LONGEST_NETWORK);
            return Sequential.fromCompleteJson(new String(text, StandardCharsets.UTF_8));
        }
    }

    private static void requireFile(FileSystem files, Path directory, String name) throws IOException {
        if (!files.exists(new Path(directory, name))) {
            throw new IOException("it has no " + name + ".");
        }
    }
}
