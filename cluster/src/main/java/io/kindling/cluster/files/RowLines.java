package io.kindling.cluster.files;

import io.kindling.spark.data.RowColumns;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;

/**
 * Rows as lines of text: cells with a delimiter between them (RFC 4180), or JSON objects.
 *
 * @param delimiter between cells; empty for JSON
 */
record RowLines(String delimiter) {

    static RowLines cells(char delimiter) {
        return new RowLines(String.valueOf(delimiter));
    }

    static RowLines json() {
        return new RowLines("");
    }

    boolean areCells() {
        return !delimiter.isEmpty();
    }

    /** A single column of texts. */
    Dataset<Row> of(Dataset<Row> table) {
        Column row = functions.struct(Arrays.stream(table.columns())
                .map(name -> table.col(RowColumns.quoted(name)))
                .toArray(Column[]::new));
        Column text = areCells()
                ? functions.to_csv(
                        row,
                        Map.of(
                                "sep", delimiter,
                                "escape", "\"",
                                "ignoreLeadingWhiteSpace", "false",
                                "ignoreTrailingWhiteSpace", "false"))
                : functions.to_json(row, Map.of("ignoreNullFields", "false"));
        return table.select(text.as("value"));
    }

    /** The line before the first row; none for JSON, whose rows have names themselves. */
    String header(String[] columns) {
        return areCells()
                ? Arrays.stream(columns).map(this::quoted).collect(Collectors.joining(delimiter, "", "\n"))
                : "";
    }

    private String quoted(String name) {
        boolean plain = name.chars().noneMatch(c -> c == delimiter.charAt(0) || c == '"' || c == '\n' || c == '\r');
        return plain ? name : '"' + name.replace("\"", "\"\"") + '"';
    }
}
