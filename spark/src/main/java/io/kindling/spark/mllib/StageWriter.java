package io.kindling.spark.mllib;

import io.kindling.spark.files.Manifest;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.apache.spark.ml.param.Params;
import org.apache.spark.ml.util.MLWriter;

/**
 * Writes the directory of a stage: MLlib's {@code metadata}, files of its own and the {@link Manifest} of all. If one cannot
 * be written, nothing is left.
 */
abstract class StageWriter extends MLWriter {
    private final Params stage;

    StageWriter(Params stage) {
        this.stage = stage;
    }

    /** What is in a file. */
    interface Content {
        void writeTo(OutputStream out) throws IOException;
    }

    /** The stage's own files by their names, in the order in which they are written. */
    abstract Map<String, Content> files();

    @Override
    public final void saveImpl(String path) {
        Path directory = new Path(path);
        try {
            FileSystem files =
                    directory.getFileSystem(sparkSession().sparkContext().hadoopConfiguration());
            try {
                SparkMl.writeMetadata(stage, path, sparkSession());
                for (Map.Entry<String, Content> file : files().entrySet()) {
                    try (OutputStream out = files.create(new Path(directory, file.getKey()), false)) {
                        file.getValue().writeTo(out);
                    }
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
