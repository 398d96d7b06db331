package io.kindling.cluster.data;

import io.kindling.cluster.files.FilePath;
import io.kindling.cluster.report.Failure;
import io.kindling.spark.data.BadDataException;
import io.kindling.spark.sources.IdxImages;
import java.io.IOException;
import java.util.Optional;
import java.util.OptionalInt;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.apache.spark.sql.DataFrameReader;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/**
 * A file of data, or a directory of them.
 *
 * @param path where it is
 * @param format what it is
 */
public record DataFile(String path, DataFormat format) {

    /**
     * Finds a file.
     *
     * @param format null to see it from the name
     * @throws BadDataException if there is none, or its name does not show what it is
     */
    public static DataFile find(SparkSession spark, String path, DataFormat format) {
        try {
            Path file = FilePath.of("--data", path);
            FileSystem files = file.getFileSystem(spark.sparkContext().hadoopConfiguration());
            FileStatus[] found = files.globStatus(file);
            if (found == null || found.length == 0) {
                throw new BadDataException("The data file " + path + " does not exist.");
            }
            if (found.length == 1 && found[0].isFile() && found[0].getLen() == 0) {
                throw new BadDataException("The data file " + path + " is empty.");
            }
            return new DataFile(path, format == null ? formatOf(file, found[0].isDirectory()) : format);
        } catch (IOException failed) {
            throw new IllegalArgumentException(
                    "The data file " + path + " cannot be opened: " + failed.getMessage(), failed);
        }
    }

    private static DataFormat formatOf(Path file, boolean directory) {
        return DataFormat.ofName(file.getName())
                .or(() -> directory ? Optional.of(DataFormat.PARQUET) : Optional.empty())
                .orElseThrow(() -> new BadDataException("The name of the data file " + file.getName()
                        + " does not show its format. Say it with --format csv, parquet, libsvm or idx."));
    }

    /**
     * Its rows.
     *
     * @param features how many features a row has, where the format does not say
     * @throws BadDataException if there are none, or they cannot be read
     */
    public Dataset<Row> read(SparkSession spark, OptionalInt features) {
        Dataset<Row> rows;
        boolean none;
        try {
            rows = open(spark, features);
            none = rows.isEmpty();
        } catch (BadDataException bad) {
            throw bad;
        } catch (Exception failed) {
            // Spark throws checked exceptions that it does not declare.
            throw unreadable(failed);
        }
        if (none) {
            throw new BadDataException("The data file " + path + " has no rows.");
        }
        return rows;
    }

    private Dataset<Row> open(SparkSession spark, OptionalInt features) {
        return switch (format) {
            case CSV ->
                spark.read()
                        .option("header", true)
                        .option("inferSchema", true)
                        .option("escape", "\"")
                        .csv(path);
            case PARQUET -> spark.read().parquet(path);
            case LIBSVM -> libsvm(spark, features);
            case IDX -> IdxImages.read(spark, path);
        };
    }

    private BadDataException unreadable(Exception failed) {
        BadDataException unreadable = new BadDataException(
                "The data file " + path + " cannot be read as " + format + ": " + Failure.line(Failure.root(failed)));
        unreadable.initCause(failed);
        return unreadable;
    }

    /** Without features stated, the largest index in the file is their number. */
    private Dataset<Row> libsvm(SparkSession spark, OptionalInt features) {
        if (spark.read().textFile(path).filter("length(trim(value)) > 0").isEmpty()) {
            return spark.emptyDataFrame();
        }
        DataFrameReader reader = spark.read().format("libsvm");
        features.ifPresent(count -> reader.option("numFeatures", count));
        return reader.load(path);
    }
}
