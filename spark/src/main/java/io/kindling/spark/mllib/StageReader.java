package io.kindling.spark.mllib;

import java.io.IOException;
import java.util.function.Function;
import org.apache.spark.ml.param.Params;
import org.apache.spark.ml.util.MLReader;

/**
 * Reads a stage that is nothing but its params. MLlib's own reader makes whatever class the file names.
 *
 * @param <T> the stage
 */
final class StageReader<T extends Params> extends MLReader<T> {
    private final Class<T> type;
    private final Function<String, T> constructor;

    StageReader(Class<T> type, Function<String, T> constructor) {
        this.type = type;
        this.constructor = constructor;
    }

    /**
     * Reads a stage.
     *
     * @throws DamagedModelException if a file is missing or damaged
     */
    @Override
    public T load(String path) {
        try {
            StageMetadata metadata =
                    StageDirectory.of(path, sparkSession(), type).metadata();
            T stage = constructor.apply(metadata.uid());
            SparkMl.setParams(stage, metadata);
            return stage;
        } catch (IOException | RuntimeException damaged) {
            throw DamagedModelException.of(path, Reasons.of(damaged), damaged);
        }
    }
}
