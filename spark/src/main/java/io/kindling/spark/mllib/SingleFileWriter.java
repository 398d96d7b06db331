package io.kindling.spark.mllib;

import io.kindling.spark.files.Manifest;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.apache.spark.ml.param.Params;
import org.apache.spark.ml.util.MLWriter;

/**
 * Writes the directory of a stage that has learned what fits into one file: MLlib's {@code metadata}, the file and the
 * {@link Manifest} of both. If one cannot be written, nothing is left.
 */
public final class SingleFileWriter extends MLWriter {
    /** What was learned of a table, as JSON. */
    public static final String TABLE = "table.json";

    private final Params stage;
    private final String file;
    private final byte[] content;

    /**
     * A writer of a stage.
     *
     * @param file the name of the file
     * @param content what it holds
     */
    public SingleFileWriter(Params stage, String file, byte[] content) {
        this.stage = stage;
        this.file = file;
        this.content = content.clone();
    }

    @Override
    public void saveImpl(String path) {
        Path directory = new Path(path);
        try {
            FileSystem files =
                    directory.getFileSystem(sparkSession().sparkContext().hadoopConfiguration());
            try {
                SparkMl.writeMetadata(stage, path, sparkSession());
                try (OutputStream out = files.create(new Path(directory, file), false)) {
                    out.write(content);
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
