package io.kindling.cluster.data;

import java.util.Iterator;
import java.util.stream.StreamSupport;
import org.apache.spark.api.java.function.FlatMapFunction;
import org.apache.spark.sql.Row;

/**
 * Takes lines apart that are a record each. Beside its text a line has the name of its file and the place at which the part
 * begins that the task reads.
 */
final class CsvLines implements FlatMapFunction<Iterator<Row>, String[]> {
    private static final long serialVersionUID = 1;
    private static final String[] NONE = {};

    private final CsvFormat format;

    CsvLines(CsvFormat format) {
        this.format = format;
    }

    @Override
    public Iterator<String[]> call(Iterator<Row> lines) {
        CsvCells cells = format.cells();
        Part part = new Part();
        Iterable<Row> all = () -> lines;
        return StreamSupport.stream(all.spliterator(), false)
                .map(line -> part.isHeader(line) ? NONE : cells.of(line.getString(0)))
                .filter(record -> record.length > 0)
                .iterator();
    }

    /** Where a task is: it may read the beginnings of several files. */
    private final class Part {
        private String file = "";
        private boolean begun;

        /** Whether a line is the first one of a file with anything in it, and so its header. */
        boolean isHeader(Row line) {
            if (!line.getString(1).equals(file)) {
                file = line.getString(1);
                begun = format.header().isEmpty() || line.getLong(2) > 0;
            }
            if (begun || line.getString(0).isBlank()) {
                return false;
            }
            begun = true;
            format.requireHeader(format.cells().of(line.getString(0)), file);
            return true;
        }
    }
}
