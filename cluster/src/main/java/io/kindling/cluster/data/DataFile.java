package io.kindling.cluster.data;

import io.kindling.cluster.failure.Recognisers;
import io.kindling.cluster.report.Failure;
import io.kindling.errors.KindlingException;
import io.kindling.spark.data.BadDataException;
import io.kindling.spark.sources.IdxImages;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/**
 * A file of data, or a directory of them.
 *
 * @param input where it is
 * @param format what it is
 */
public record DataFile(InputPath input, DataFormat format) {

    /**
     * Finds a file.
     *
     * @param format null to see it from the name
     * @throws BadDataException if there is none, its name does not show what it is, or it is compressed in a way that is
     *     not read
     */
    public static DataFile find(SparkSession spark, String path, DataFormat format) {
        try {
            InputPath input = InputPath.find(spark.sparkContext().hadoopConfiguration(), path);
            DataFile file = new DataFile(input, format == null ? formatOf(input) : format);
            if (file.format == DataFormat.PARQUET
                    && path.toLowerCase(Locale.ROOT).endsWith(".gz")) {
                throw new BadDataException("The data file " + path
                        + " is Parquet in gzip, which is not read, as Parquet compresses its columns itself. Unpack it"
                        + " with gunzip.");
            }
            return file;
        } catch (IOException failed) {
            throw new KindlingException("The data file " + path + " cannot be opened: " + failed.getMessage(), failed);
        }
    }

    private static DataFormat formatOf(InputPath input) {
        return DataFormat.ofName(input.name())
                .or(() -> input.isDirectory() ? Optional.of(DataFormat.PARQUET) : Optional.empty())
                .orElseThrow(() -> new BadDataException("The name of the data file " + input.name()
                        + " does not show its format. Say it with --format csv, parquet, libsvm or idx."));
    }

    /** Where it is, as it was given. */
    public String path() {
        return input.text();
    }

    /**
     * Its rows, of a CSV file that says all of itself.
     *
     * @param features how many features a row has, where the format does not say
     * @throws BadDataException if there are none, or they cannot be read
     */
    public Dataset<Row> read(SparkSession spark, OptionalInt features) {
        Table table = open(spark, features, CsvSettings.usual());
        List<Pick> all = Arrays.stream(table.schema().fieldNames())
                .map(name -> new Pick(name, name, table.type(name)))
                .toList();
        return table.rows(all, Passing.NONE);
    }

    /**
     * Looks through it.
     *
     * @param features how many features a row has, where the format does not say
     * @param csv what is said of it if it is CSV
     * @throws BadDataException if there are no rows, or they cannot be read
     */
    public Table open(SparkSession spark, OptionalInt features, CsvSettings csv) {
        Table table;
        boolean none;
        try {
            table = table(spark, features, csv);
            none = table.isEmpty();
        } catch (Exception | OutOfMemoryError failed) {
            // Spark throws checked exceptions that it does not declare.
            throw failed instanceof Exception && Recognisers.sentence(failed).isPresent()
                    ? new IllegalStateException("The data file " + path() + " was not read.", failed)
                    : unreadable(failed);
        }
        if (none) {
            throw new BadDataException("The data file " + path() + " has no rows.");
        }
        return table;
    }

    private Table table(SparkSession spark, OptionalInt features, CsvSettings csv) throws IOException {
        return switch (format) {
            case CSV -> CsvTable.open(spark, input, csv);
            case PARQUET -> new FrameTable(spark.read().parquet(input.pattern()));
            case LIBSVM -> new FrameTable(LibsvmFile.read(spark, input, features));
            case IDX -> new FrameTable(IdxImages.read(spark, input.text()));
        };
    }

    private BadDataException unreadable(Throwable failed) {
        for (Throwable cause = failed; cause != null; cause = cause.getCause()) {
            if (cause instanceof BadDataException said) {
                return said;
            }
        }
        Throwable root = Failure.root(failed);
        BadDataException unreadable =
                new BadDataException("The data file " + path() + " cannot be read as " + format + ": " + reason(root));
        unreadable.initCause(failed);
        return unreadable;
    }

    private String reason(Throwable root) {
        if (root instanceof OutOfMemoryError) {
            return "a line or a value in it is larger than the memory there is for it.";
        }
        boolean lost = root instanceof NullPointerException
                || root instanceof ClassCastException
                || root instanceof IndexOutOfBoundsException;
        return format == DataFormat.PARQUET && lost
                ? "it is damaged, or has columns of a type that Spark's Parquet reader does not know, such as float16;"
                        + " float and double are read."
                : Failure.line(root);
    }
}
