package io.kindling.cluster.command;

import io.kindling.cluster.data.ColumnNames;
import io.kindling.cluster.data.DataFile;
import io.kindling.cluster.data.DataFormat;
import io.kindling.cluster.data.Labels;
import io.kindling.cluster.files.Outputs;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.StructType;
import picocli.CommandLine.Option;

/** The options that say what is read. */
final class DataOptions {
    private static final String FIXED_LABEL = "label";

    @Option(
            names = "--data",
            required = true,
            paramLabel = "FILE",
            description = "The rows; may end in .gz. Of IDX, the images: their labels lie beside them.")
    private String data;

    @Option(
            names = "--format",
            paramLabel = "F",
            description = "csv, parquet, libsvm or idx; seen from the name by default.")
    private DataFormat format;

    /** What a command writes that reads this data. */
    Outputs outputs(SparkSession spark, boolean overwrite) {
        return new Outputs(spark.sparkContext().hadoopConfiguration(), overwrite).reads("--data", data);
    }

    DataFile find(SparkSession spark) {
        return find(spark, data);
    }

    /** Another file of the same kind. */
    DataFile find(SparkSession spark, String file) {
        return DataFile.find(spark, file, format);
    }

    /**
     * The column of labels.
     *
     * @param asked null if none was named
     * @throws IllegalArgumentException if one must be
     */
    static String label(String asked, DataFile file, StructType schema) {
        if (asked == null && !file.format().hasFixedColumns()) {
            throw new IllegalArgumentException(
                    "--label is needed: the column of labels. There are: " + ColumnNames.list(schema) + ".");
        }
        String column = asked == null ? FIXED_LABEL : asked;
        if (file.format() == DataFormat.IDX && !ColumnNames.contains(schema, column)) {
            throw new IllegalArgumentException("The images in " + file.path()
                    + " need a file of labels beside them, of the same name with 'labels' for 'images' and 'idx1' for"
                    + " 'idx3'.");
        }
        Labels.requireIn(schema, column);
        return column;
    }
}
