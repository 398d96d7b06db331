package io.kindling.cluster.data;

import java.io.IOException;
import java.io.Reader;
import java.util.Iterator;
import java.util.NoSuchElementException;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.Path;
import org.apache.spark.TaskContext;
import org.apache.spark.api.java.function.FlatMapFunction;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.util.SerializableConfiguration;
import org.apache.spark.util.TaskCompletionListener;

/** Reads whole files, of which a record may have several lines. */
final class CsvFiles implements FlatMapFunction<String, String[]> {
    private static final long serialVersionUID = 1;

    private final CsvFormat format;
    private final Broadcast<SerializableConfiguration> configuration;

    CsvFiles(CsvFormat format, Broadcast<SerializableConfiguration> configuration) {
        this.format = format;
        this.configuration = configuration;
    }

    @Override
    public Iterator<String[]> call(String file) throws IOException {
        Records records =
                new Records(format, new Path(file), configuration.value().value());
        TaskCompletionListener release = context -> records.close();
        TaskContext.get().addTaskCompletionListener(release);
        return records;
    }

    /** The records of a file but for its header. */
    static final class Records implements Iterator<String[]> {
        private final CsvCells cells;
        private final Reader text;
        private long line;
        private String[] next;

        Records(CsvFormat format, Path file, Configuration configuration) throws IOException {
            this.cells = format.cells();
            this.text = format.text(FirstLine.open(file, configuration));
            cells.begin(text);
            this.next = cells.next();
            if (!format.header().isEmpty() && next.length > 0) {
                format.requireHeader(next, file.getName());
                advance();
            }
        }

        private void advance() {
            line = cells.lines();
            next = cells.next();
        }

        /** The number of the line, from 1, in which the next record begins. */
        long line() {
            return line + 1;
        }

        @Override
        public boolean hasNext() {
            return next.length > 0;
        }

        @Override
        public String[] next() {
            if (!hasNext()) {
                throw new NoSuchElementException();
            }
            String[] record = next;
            advance();
            return record;
        }

        void close() {
            cells.end();
        }
    }
}
