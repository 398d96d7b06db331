package io.kindling.cluster.command;

import io.kindling.cluster.data.CsvSettings;
import io.kindling.cluster.data.DataFile;
import io.kindling.cluster.data.DataFormat;
import io.kindling.cluster.files.Outputs;
import io.kindling.cluster.model.TrainedPipeline;
import org.apache.spark.sql.SparkSession;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The options that say what is read. */
final class DataOptions {

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

    @Mixin
    private CsvOptions csv;

    /** Refuses what no file is like. */
    void requireValid() {
        csv.requireValid();
    }

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

    /** What is said of CSV. */
    CsvSettings csv() {
        return csv.settings();
    }

    /** The same for rows that a model is used on, read as those it was trained with unless something else is said. */
    CsvSettings csv(TrainedPipeline model) {
        CsvSettings said = csv.settings();
        return said.as(csv.saysMissing() ? said.missing() : model.missing(), model.zone());
    }
}
