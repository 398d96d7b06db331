package io.kindling.cluster.files;

import java.io.IOException;
import java.util.Locale;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** Writes a table in one format. */
public interface TableWriter {

    void write(Dataset<Row> table, OutputPath target) throws IOException;

    /** CSV for {@code .csv} and {@code .csv.gz}, else Parquet. */
    static TableWriter of(String file) {
        String name = file.toLowerCase(Locale.ROOT);
        if (name.endsWith(".csv") || name.endsWith(".csv.gz")) {
            return new CsvWriter(name.endsWith(".gz"));
        }
        return (table, target) -> target.write(temporary -> table.write().parquet(temporary.toString()));
    }
}
