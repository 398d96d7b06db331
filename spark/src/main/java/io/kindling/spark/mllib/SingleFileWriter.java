package io.kindling.spark.mllib;

import io.kindling.spark.files.Manifest;
import java.util.Map;
import org.apache.spark.ml.param.Params;

/**
 * Writes the directory of a stage that has learned what fits into one file: MLlib's {@code metadata}, the file and the
 * {@link Manifest} of both. If one cannot be written, nothing is left.
 */
public final class SingleFileWriter extends StageWriter {
    /** What was learned of a table, as JSON. */
    public static final String TABLE = "table.json";

    private final String file;
    private final byte[] content;

    /**
     * A writer of a stage.
     *
     * @param file the name of the file
     * @param content what it holds
     */
    public SingleFileWriter(Params stage, String file, byte[] content) {
        super(stage);
        this.file = file;
        this.content = content.clone();
    }

    @Override
    Map<String, Content> files() {
        return Map.of(file, out -> out.write(content));
    }
}
