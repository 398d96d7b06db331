package io.kindling.spark.mllib;

import io.kindling.engine.TrainedNetwork;
import io.kindling.errors.DamagedFileException;
import io.kindling.json.UntrustedJson;
import io.kindling.models.Network;
import io.kindling.persistence.WeightFile;
import io.kindling.spark.files.FileTree;
import io.kindling.spark.files.Manifest;
import io.kindling.spark.files.RegularFile;
import java.io.IOException;
import java.io.InputStream;
import java.util.function.BiFunction;
import org.apache.hadoop.fs.ChecksumException;
import org.apache.hadoop.fs.Path;
import org.apache.spark.ml.param.Params;
import org.apache.spark.ml.util.MLReader;
import org.apache.spark.sql.SparkSession;

/**
 * Reads what {@link ModelWriter} wrote. Nothing in the files can name a class to load, no byte of them reaches Java
 * deserialization, and nothing is allocated that their lengths do not bear out.
 *
 * @param <T> the model
 */
public final class ModelReader<T extends Params> extends MLReader<T> {
    private static final int LONGEST_NETWORK = 1 << 24;

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
     * @throws DamagedModelException if a file is missing, cut short or damaged, or no regular file
     */
    @Override
    public T load(String path) {
        try {
            StageDirectory directory = StageDirectory.of(path, sparkSession(), type);
            TrainedNetwork trained = read(directory.files());
            T model = constructor.apply(directory.metadata().uid(), trained);
            SparkMl.setParams(model, directory.metadata());
            return model;
        } catch (IOException | RuntimeException damaged) {
            throw DamagedModelException.of(path, Reasons.of(damaged), damaged);
        }
    }

    /**
     * The network in the directory of a model of whatever kind.
     *
     * @throws DamagedModelException if a file is missing, cut short or damaged, or no regular file
     */
    public static TrainedNetwork network(String path, SparkSession session) {
        try {
            Path directory = new Path(path);
            return read(
                    FileTree.of(directory.getFileSystem(session.sparkContext().hadoopConfiguration()), directory));
        } catch (IOException | RuntimeException damaged) {
            throw DamagedModelException.of(path, Reasons.of(damaged), damaged);
        }
    }

    private static TrainedNetwork read(FileTree files) throws IOException {
        RegularFile network = files.file(ModelWriter.NETWORK);
        RegularFile weights = files.file(ModelWriter.WEIGHTS);
        byte[] json = network.bytes(LONGEST_NETWORK);
        TrainedNetwork trained = readWeights(readNetwork(network.name(), json), json, weights);
        if (files.has(Manifest.NAME)) {
            Manifest.require(files);
        }
        return trained;
    }

    private static Network readNetwork(String file, byte[] json) throws IOException {
        try {
            return Network.fromCompleteJson(UntrustedJson.text(json));
        } catch (IllegalArgumentException wrong) {
            throw new DamagedFileException(file + ": " + wrong.getMessage());
        }
    }

    private static TrainedNetwork readWeights(Network network, byte[] json, RegularFile file) throws IOException {
        try (InputStream in = file.open()) {
            return WeightFile.read(network, json, in, file.length());
        } catch (ChecksumException damaged) {
            throw new DamagedFileException(file.name() + " does not match its hidden file of checksums.");
        } catch (IllegalArgumentException | IllegalStateException wrong) {
            throw new DamagedFileException(ModelWriter.NETWORK + ": " + wrong.getMessage());
        } catch (IOException damaged) {
            throw new DamagedFileException(file.name() + ": " + damaged.getMessage());
        }
    }
}
