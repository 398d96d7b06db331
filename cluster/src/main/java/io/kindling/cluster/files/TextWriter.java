package io.kindling.cluster.files;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Iterator;
import java.util.zip.GZIPOutputStream;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * One file of text, its rows written by all executors and put together in order.
 *
 * @param lines how rows become lines
 * @param compressed whether it is gzipped
 */
record TextWriter(RowLines lines, boolean compressed) implements TableWriter {

    @Override
    public boolean keepsTexts() {
        return lines.areCells();
    }

    @Override
    public void write(Dataset<Row> table, OutputPath target) throws IOException {
        FileSystem files = target.files();
        target.write(temporary -> {
            Path parts = temporary.suffix(".parts");
            try {
                lines.of(table).write().text(parts.toString());
                try (OutputStream out = open(target, temporary)) {
                    out.write(lines.header(table.columns()).getBytes(StandardCharsets.UTF_8));
                    FileStatus[] written =
                            files.listStatus(parts, file -> file.getName().startsWith("part-"));
                    Arrays.sort(written);
                    for (FileStatus part : written) {
                        try (InputStream in = files.open(part.getPath())) {
                            in.transferTo(out);
                        }
                    }
                }
            } finally {
                files.delete(parts, true);
            }
        });
    }

    private OutputStream open(OutputPath target, Path path) throws IOException {
        OutputStream out = target.create(path);
        return compressed ? new GZIPOutputStream(out) : out;
    }

    /** Writes a table to a stream as it is computed; returns how many rows it has. */
    static long print(Dataset<Row> table, PrintStream out) {
        RowLines lines = RowLines.cells(',');
        out.print(lines.header(table.columns()));
        long count = 0;
        for (Iterator<Row> rows = lines.of(table).toLocalIterator(); rows.hasNext(); count++) {
            out.print(rows.next().getString(0) + "\n");
        }
        out.flush();
        return count;
    }
}
