package io.kindling.cluster.files;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.stream.Collectors;
import java.util.zip.GZIPOutputStream;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * One CSV file with a header (RFC 4180), its rows written by all executors and put together in order.
 *
 * @param compressed whether it is gzipped
 */
record CsvWriter(boolean compressed) implements TableWriter {

    @Override
    public void write(Dataset<Row> table, OutputPath target) throws IOException {
        FileSystem files = target.files();
        target.write(temporary -> {
            Path parts = temporary.suffix(".parts");
            try {
                table.write().option("escape", "\"").option("header", false).csv(parts.toString());
                try (OutputStream out = open(target, temporary)) {
                    out.write(header(table.columns()).getBytes(StandardCharsets.UTF_8));
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

    private static String header(String[] columns) {
        return Arrays.stream(columns).map(CsvWriter::quoted).collect(Collectors.joining(",", "", "\n"));
    }

    private static String quoted(String name) {
        boolean plain = name.chars().noneMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r');
        return plain ? name : '"' + name.replace("\"", "\"\"") + '"';
    }
}
