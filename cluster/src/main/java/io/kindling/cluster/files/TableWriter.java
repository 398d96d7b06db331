package io.kindling.cluster.files;

import java.io.IOException;
import java.io.PrintStream;
import java.util.Locale;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** Writes a table in one format. */
public interface TableWriter {

    void write(Dataset<Row> table, OutputPath target) throws IOException;

    /** Whether cells are texts in it, so that they can stay as they were written. */
    default boolean keepsTexts() {
        return false;
    }

    /** By the name: CSV, TSV or lines of JSON, gzipped or not, else Parquet. */
    static TableWriter of(String file) {
        String name = file.toLowerCase(Locale.ROOT);
        boolean compressed = name.endsWith(".gz");
        String plain = compressed ? name.substring(0, name.length() - ".gz".length()) : name;
        return switch (plain.substring(Math.max(plain.lastIndexOf('.'), 0))) {
            case ".csv" -> new TextWriter(RowLines.cells(','), compressed);
            case ".tsv" -> new TextWriter(RowLines.cells('\t'), compressed);
            case ".jsonl", ".json", ".ndjson" -> new TextWriter(RowLines.json(), compressed);
            default ->
                (table, target) -> target.write(temporary -> table.write().parquet(temporary.toString()));
        };
    }

    /** Writes CSV to a stream; returns how many rows there are. */
    static long print(Dataset<Row> table, PrintStream out) {
        return TextWriter.print(table, out);
    }
}
