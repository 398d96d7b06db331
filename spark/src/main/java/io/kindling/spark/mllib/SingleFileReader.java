package io.kindling.spark.mllib;

import io.kindling.errors.DamagedFileException;
import io.kindling.errors.KindlingException;
import io.kindling.spark.files.Manifest;
import java.io.IOException;
import java.util.function.BiFunction;
import org.apache.spark.ml.param.Params;
import org.apache.spark.ml.util.MLReader;

/**
 * Reads what {@link SingleFileWriter} wrote, and trusts it no more than {@link ModelReader} does.
 *
 * @param <T> the stage
 */
public final class SingleFileReader<T extends Params> extends MLReader<T> {
    private final Class<T> type;
    private final String file;
    private final int largest;
    private final BiFunction<String, byte[], T> constructor;

    /**
     * A reader of one kind of stage.
     *
     * @param file the name of the file
     * @param largest how many bytes it may have
     * @param constructor makes the stage from its uid and the bytes; a {@link KindlingException} of it is a predicate of the
     *     file
     */
    public SingleFileReader(Class<T> type, String file, int largest, BiFunction<String, byte[], T> constructor) {
        this.type = type;
        this.file = file;
        this.largest = largest;
        this.constructor = constructor;
    }

    /**
     * Reads a stage.
     *
     * @throws DamagedModelException if a file is missing, cut short or damaged, or no regular file
     */
    @Override
    public T load(String path) {
        try {
            StageDirectory directory = StageDirectory.of(path, sparkSession(), type);
            if (directory.files().has(Manifest.NAME)) {
                Manifest.require(directory.files());
            }
            T stage = construct(
                    directory.metadata().uid(), directory.files().file(file).bytes(largest));
            SparkMl.setParams(stage, directory.metadata());
            return stage;
        } catch (IOException | RuntimeException damaged) {
            throw DamagedModelException.of(path, Reasons.of(damaged), damaged);
        }
    }

    private T construct(String uid, byte[] content) throws IOException {
        try {
            return constructor.apply(uid, content);
        } catch (KindlingException wrong) {
            throw new DamagedFileException(file + " " + wrong.getMessage(), wrong);
        }
    }
}
