package io.kindling.benchmarks.digits;

import io.kindling.cluster.data.DataFile;
import io.kindling.cluster.data.DataFormat;
import io.kindling.cluster.data.Labels;
import java.util.Optional;
import java.util.OptionalInt;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/** Images with labels beside them, as benchmarks take them. */
public final class ImageFiles {

    private ImageFiles() {}

    /** Reads {@code features} and {@code label}. */
    public static Dataset<Row> read(SparkSession spark, String path) {
        DataFile file = DataFile.find(spark, path, DataFormat.IDX);
        Dataset<Row> rows = file.read(spark, OptionalInt.empty());
        Labels.column(Optional.empty(), file, rows.schema());
        return rows;
    }
}
