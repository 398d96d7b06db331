package io.kindling.spark.mllib;

import io.kindling.errors.DamagedFileException;
import io.kindling.spark.files.FileTree;
import io.kindling.text.Excerpt;
import java.io.IOException;
import org.apache.hadoop.fs.Path;
import org.apache.spark.ml.param.Params;
import org.apache.spark.sql.SparkSession;

/**
 * A directory that one of Kindling's stages was saved in, its files known to be regular ones.
 */
record StageDirectory(FileTree files, StageMetadata metadata) {

    /**
     * Looks through a directory.
     *
     * @throws IOException if a file is missing, no regular one or damaged, or the stage is of another class
     */
    static StageDirectory of(String path, SparkSession session, Class<? extends Params> type) throws IOException {
        Path directory = new Path(path);
        FileTree files =
                FileTree.of(directory.getFileSystem(session.sparkContext().hadoopConfiguration()), directory);
        StageMetadata metadata = StageMetadata.of(files);
        if (!metadata.className().equals(type.getName())) {
            throw new DamagedFileException(
                    "it holds a " + Excerpt.of(metadata.className()) + ", and a " + type.getName() + " is needed.");
        }
        metadata.requireParamsOf(type);
        return new StageDirectory(files, metadata);
    }
}
