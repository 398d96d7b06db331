package io.kindling.spark.sources;

import io.kindling.spark.data.BadDataException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.Path;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.ml.linalg.SQLDataTypes;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.Metadata;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;
import org.apache.spark.util.SerializableConfiguration;

/**
 * Images in the IDX format of MNIST: {@code train-images-idx3-ubyte} with {@code train-labels-idx1-ubyte} beside it,
 * either of them gzipped or not.
 *
 * <p>A row has {@code features}, the bytes of the image divided by 255, and, if there is a file of labels, the
 * {@code label}. Executors read the file, each a range of its rows.
 */
public final class IdxImages {
    private static final String GZIP = ".gz";
    /** Less than this is not worth a task of its own. */
    private static final int SMALLEST_PART = 1 << 20;

    private IdxImages() {}

    /**
     * Reads images.
     *
     * @throws BadDataException if a file is no IDX file, or its length or the number of labels does not fit its header;
     *     of compressed files the length is checked when rows are read
     */
    public static Dataset<Row> read(SparkSession session, String imagesPath) {
        JavaSparkContext context = JavaSparkContext.fromSparkContext(session.sparkContext());
        Configuration configuration = context.hadoopConfiguration();
        IdxFile images = IdxFile.open(imagesPath, configuration, false);
        IdxFile labels = labelsFile(imagesPath, configuration)
                .map(path -> IdxFile.open(path, configuration, true))
                .orElse(null);
        if (labels != null && labels.rows() != images.rows()) {
            throw new BadDataException("The file " + labels.path() + " must hold one label per image, " + images.rows()
                    + ". It has " + labels.rows() + ".");
        }
        List<IdxRange> ranges = ranges(images, context.defaultParallelism());
        IdxRangeReader reader =
                new IdxRangeReader(images, labels, context.broadcast(new SerializableConfiguration(configuration)));
        return session.createDataFrame(
                context.parallelize(ranges, ranges.size()).flatMap(reader), schema(labels != null));
    }

    private static StructType schema(boolean labelled) {
        StructType schema = new StructType(
                new StructField[] {new StructField("features", SQLDataTypes.VectorType(), false, Metadata.empty())});
        return labelled ? schema.add("label", DataTypes.DoubleType, false) : schema;
    }

    private static List<IdxRange> ranges(IdxFile images, int parallelism) {
        long bytes = (long) images.rows() * images.rowSize();
        int parts = (int) Math.max(1, Math.min(Math.min(parallelism, images.rows()), bytes / SMALLEST_PART));
        List<IdxRange> ranges = new ArrayList<>();
        for (int i = 0; i < parts; i++) {
            ranges.add(new IdxRange((long) images.rows() * i / parts, (long) images.rows() * (i + 1) / parts));
        }
        return ranges;
    }

    /** Where the labels of a file of images lie by the names of MNIST, if they are there. */
    private static Optional<String> labelsFile(String imagesPath, Configuration configuration) {
        Path images = new Path(imagesPath);
        String name = images.getName().replace("images", "labels").replace("idx3", "idx1");
        String plain = name.endsWith(GZIP) ? name.substring(0, name.length() - GZIP.length()) : name;
        Set<String> candidates = new LinkedHashSet<>(List.of(name, plain, plain + GZIP));
        candidates.remove(images.getName());
        try {
            for (String candidate : candidates) {
                Path labels = new Path(images.getParent(), candidate);
                if (labels.getFileSystem(configuration).exists(labels)) {
                    return Optional.of(labels.toString());
                }
            }
            return Optional.empty();
        } catch (IOException failed) {
            throw new BadDataException("The labels of " + imagesPath + " cannot be read: " + failed.getMessage());
        }
    }
}
