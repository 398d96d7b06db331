package io.kindling.spark.saved;

import io.kindling.errors.DamagedFileException;
import io.kindling.spark.files.FileTree;
import io.kindling.spark.files.Manifest;
import io.kindling.spark.mllib.DamagedModelException;
import io.kindling.spark.mllib.Reasons;
import io.kindling.spark.mllib.StageMetadata;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.apache.spark.ml.PipelineModel;
import org.apache.spark.sql.SparkSession;

/**
 * Pipelines in directories that need not be trusted. {@link PipelineModel#load} runs code of whatever class the files name;
 * this reads a directory only if its manifest lists exactly the regular files in it and their SHA-256, if every stage is
 * of a class that may be loaded, and if no file asks for more than its length can hold.
 *
 * <pre>{@code
 * SavedPipeline.save(model, "hdfs:///models/digits");
 * PipelineModel same = SavedPipeline.load(spark, "hdfs:///models/digits");
 * }</pre>
 */
public final class SavedPipeline {
    /** The file that says how the columns of a table are read. */
    static final String COLUMNS = "columns.json";

    private static final int LARGEST = 1 << 24;

    private SavedPipeline() {}

    /**
     * Saves a pipeline as MLlib does, and its manifest. If it cannot be written, nothing is left.
     *
     * @param path of a directory that does not exist yet
     */
    public static void save(PipelineModel pipeline, String path) throws IOException {
        save(pipeline, path, directory -> {});
    }

    /** Writes what else belongs to a pipeline. */
    private interface Addition {
        void writeTo(Path directory) throws IOException;
    }

    private static void save(PipelineModel pipeline, String path, Addition addition) throws IOException {
        Path directory = new Path(path);
        FileSystem files =
                directory.getFileSystem(SparkSession.active().sparkContext().hadoopConfiguration());
        boolean existed = files.exists(directory);
        try {
            pipeline.write().save(path);
            addition.writeTo(directory);
            Manifest.write(files, directory);
        } catch (IOException | RuntimeException failed) {
            if (!existed) {
                files.delete(directory, true);
            }
            throw failed;
        }
    }

    /**
     * The same, and beside its stages a text that says how the columns of a table are read for it.
     *
     * @param path of a directory that does not exist yet
     */
    public static void save(PipelineModel pipeline, String path, String columns) throws IOException {
        save(pipeline, path, directory -> {
            FileSystem files =
                    directory.getFileSystem(SparkSession.active().sparkContext().hadoopConfiguration());
            try (OutputStream out = files.create(new Path(directory, COLUMNS), false)) {
                out.write(columns.getBytes(StandardCharsets.UTF_8));
            }
        });
    }

    /**
     * The text that {@link #save(PipelineModel, String, String)} has written beside the stages, if it has.
     *
     * @throws IOException if it is no regular file
     */
    public static Optional<byte[]> columns(SparkSession spark, String path) throws IOException {
        Path directory = new Path(path);
        FileTree files =
                FileTree.of(directory.getFileSystem(spark.sparkContext().hadoopConfiguration()), directory);
        return files.has(COLUMNS) ? Optional.of(files.file(COLUMNS).bytes(LARGEST)) : Optional.empty();
    }

    /**
     * Reads a pipeline of the standard stages.
     *
     * @throws DamagedModelException if it is none, a file in it is missing, damaged or no regular file, or a stage is of
     *     another class
     */
    public static PipelineModel load(SparkSession spark, String path) {
        return load(spark, path, StageClasses.standard());
    }

    /**
     * Reads a pipeline.
     *
     * @param allowed the classes its stages may be of
     * @throws DamagedModelException if it is none, a file in it is missing, damaged or no regular file, or a stage is of
     *     another class
     */
    public static PipelineModel load(SparkSession spark, String path, StageClasses allowed) {
        try {
            Path directory = new Path(path);
            FileTree files =
                    FileTree.of(directory.getFileSystem(spark.sparkContext().hadoopConfiguration()), directory);
            requireManifest(files);
            return new StageLoader(spark).load(SavedStage.of(files, allowed), directory);
        } catch (IOException | RuntimeException damaged) {
            throw DamagedModelException.of(path, Reasons.of(damaged), damaged);
        }
    }

    private static void requireManifest(FileTree files) throws IOException {
        if (files.has(Manifest.NAME)) {
            Manifest.require(files);
        } else if (!files.has(StageMetadata.DIRECTORY)) {
            throw files.missing(StageMetadata.DIRECTORY);
        } else {
            throw new DamagedFileException(
                    "it has no " + Manifest.NAME + ". SavedPipeline.save writes it, PipelineModel.save does"
                            + " not; load a pipeline that you trust with PipelineModel.load and save it again.");
        }
    }
}
