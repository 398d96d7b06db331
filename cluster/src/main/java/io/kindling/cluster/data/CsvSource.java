package io.kindling.cluster.data;

import io.kindling.spark.data.BadDataException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileStatus;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.api.java.function.FilterFunction;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.functions;
import org.apache.spark.util.SerializableConfiguration;

/**
 * A CSV file, every cell of it a text.
 *
 * @param path where it is
 * @param settings what was said of it
 * @param delimiter what stands between cells
 * @param header the names of its columns
 */
record CsvSource(InputPath path, CsvSettings settings, char delimiter, CsvHeader header) {
    /** Up to here a file is read in one piece, in which a record may have several lines. */
    private static final long SMALL = 1 << 23;

    private static final List<String> COMPRESSED = List.of(".gz", ".bz2", ".deflate", ".snappy", ".lz4", ".zst");

    /**
     * Looks at the beginning of a file.
     *
     * @throws BadDataException if it is no CSV, or its header is odd
     */
    static CsvSource of(InputPath path, CsvSettings settings, Configuration configuration) throws IOException {
        String head = CsvHead.of(path, configuration, settings.encoding())
                .orElseThrow(() -> new BadDataException("The data file " + path.text() + " has no rows."));
        char delimiter = settings.delimiter()
                .orElseGet(() -> DataFormat.isTabbed(path.name()) ? '\t' : CsvDelimiter.in(head, path.text()));
        List<String[]> first = new CsvCells(path.text(), delimiter).first(head, 1);
        if (first.isEmpty()) {
            throw new BadDataException("The data file " + path.text() + " has no rows.");
        }
        CsvHeader header =
                settings.header() ? CsvHeader.of(path.text(), first.get(0)) : CsvHeader.without(first.get(0).length);
        return new CsvSource(path, settings, delimiter, header);
    }

    /** How many columns it has. */
    int columns() {
        return header.names().size();
    }

    private CsvFormat format() {
        return new CsvFormat(
                path.text(),
                delimiter,
                settings.encoding().orElse(StandardCharsets.UTF_8).name(),
                columns(),
                settings.header() ? header.cells() : List.of());
    }

    /**
     * Its rows, each as many cells as it has. Spark's own CSV reader plans for seconds where there are thousands of columns,
     * and says nothing of rows of another length.
     */
    JavaRDD<String[]> records(SparkSession spark) throws IOException {
        JavaSparkContext context = JavaSparkContext.fromSparkContext(spark.sparkContext());
        Configuration configuration = context.hadoopConfiguration();
        if (mayBreakLines(spark)) {
            List<String> files = path.files(configuration).stream()
                    .map(file -> file.getPath().toString())
                    .toList();
            return context.parallelize(files, Math.max(1, files.size()))
                    .flatMap(new CsvFiles(format(), context.broadcast(new SerializableConfiguration(configuration))));
        }
        return spark.read()
                .text(path.pattern())
                .select(functions.col("value"), functions.input_file_name(), functions.input_file_block_start())
                .javaRDD()
                .mapPartitions(new CsvLines(format()));
    }

    /** Whether a record may have several lines: such files cannot be read in pieces. */
    private boolean mayBreakLines(SparkSession spark) {
        boolean inOnePiece = settings.encoding().isPresent()
                || COMPRESSED.stream().anyMatch(path.name()::endsWith)
                || path.found().stream().allMatch(file -> file.isFile() && file.getLen() <= SMALL);
        FilterFunction<String> breaks =
                line -> line.chars().filter(c -> c == '"').count() % 2 == 1;
        return inOnePiece
                || !spark.read().textFile(path.pattern()).filter(breaks).isEmpty();
    }

    /** Says which row has more cells than the header. */
    BadDataException longRow(Configuration configuration) throws IOException {
        for (FileStatus file : path.files(configuration)) {
            CsvFiles.Records records = new CsvFiles.Records(format(), file.getPath(), configuration);
            try {
                while (records.hasNext()) {
                    long line = records.line();
                    int cells = records.next().length;
                    if (cells > columns()) {
                        return new BadDataException("In the data file " + path.text() + " line " + line + " has "
                                + cells + " values, the header " + columns()
                                + ". Put quotation marks around a value with a " + shown() + " in it.");
                    }
                }
            } finally {
                records.close();
            }
        }
        return new BadDataException(
                "The data file " + path.text() + " has a row with more values than the header, " + columns() + ".");
    }

    private String shown() {
        return delimiter == '\t' ? "tab" : "'" + delimiter + "'";
    }
}
