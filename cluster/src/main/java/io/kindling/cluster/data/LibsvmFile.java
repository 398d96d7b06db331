package io.kindling.cluster.data;

import io.kindling.spark.data.BadDataException;
import io.kindling.text.Excerpt;
import java.io.IOException;
import java.util.Iterator;
import java.util.List;
import java.util.OptionalInt;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import scala.Tuple2;

/** Reads LibSVM, after one pass over its lines that says what is odd in them, as Spark does not. */
final class LibsvmFile {
    /** The largest index: with more features even a small first layer has more weights than an array holds. */
    private static final int LARGEST_INDEX = 1 << 26;

    private static final int NO_ROW = -1;

    private LibsvmFile() {}

    /**
     * Its rows.
     *
     * @param features how many a row has; where it is not said, as many as the largest index in the file
     * @throws BadDataException quoting the first line that is odd
     */
    static Dataset<Row> read(SparkSession spark, InputPath path, OptionalInt features) throws IOException {
        FirstLine.of(path, spark.sparkContext().hadoopConfiguration());
        int largest = features.orElse(LARGEST_INDEX);
        List<Tuple2<Integer, String>> reports = spark.read()
                .textFile(path.pattern())
                .javaRDD()
                .mapPartitions(lines -> List.of(check(lines, largest)).iterator(), true)
                .collect();
        for (Tuple2<Integer, String> report : reports) {
            if (!report._2().isEmpty()) {
                throw new BadDataException("The data file " + path.text() + report._2());
            }
        }
        int seen = reports.stream().mapToInt(Tuple2::_1).max().orElse(NO_ROW);
        if (seen == NO_ROW) {
            return spark.emptyDataFrame();
        }
        if (seen == 0 && features.isEmpty()) {
            throw new BadDataException("The data file " + path.text() + " has no feature in any row.");
        }
        return spark.read()
                .format("libsvm")
                .option("numFeatures", features.orElse(seen))
                .load(path.pattern());
    }

    /** The largest index, and what is wrong with the first bad line, if there is one. */
    private static Tuple2<Integer, String> check(Iterator<String> lines, int largest) {
        int seen = NO_ROW;
        while (lines.hasNext()) {
            String line = lines.next().strip();
            if (!line.isEmpty() && !line.startsWith("#")) {
                try {
                    seen = Math.max(seen, lastIndex(line, largest));
                } catch (BadDataException bad) {
                    return new Tuple2<>(seen, bad.getMessage() + ", in the line '" + Excerpt.of(line) + "'.");
                }
            }
        }
        return new Tuple2<>(seen, "");
    }

    private static int lastIndex(String line, int largest) {
        String[] items = line.split(" ");
        if (!isNumber(items[0])) {
            throw new BadDataException(
                    " needs a number as label at the start of every line. Received: '" + Excerpt.of(items[0]) + "'");
        }
        int last = 0;
        for (int i = 1; i < items.length; i++) {
            if (!items[i].isEmpty()) {
                last = index(items[i], last, largest);
            }
        }
        return last;
    }

    private static int index(String item, int before, int largest) {
        int colon = item.indexOf(':');
        if (colon < 1 || !item.substring(0, colon).matches("[0-9]{1,18}") || !isNumber(item.substring(colon + 1))) {
            throw new BadDataException(
                    " needs features as index:value, with spaces between. Received: '" + Excerpt.of(item) + "'");
        }
        long index = Long.parseLong(item.substring(0, colon));
        if (index <= before) {
            throw new BadDataException(" needs indices from 1 on, in ascending order. Received: " + index
                    + (before == 0 ? "" : " after " + before));
        }
        if (index > largest) {
            throw new BadDataException(" may have indices up to " + largest + " only. Received: " + index);
        }
        return (int) index;
    }

    private static boolean isNumber(String text) {
        try {
            return !Double.isNaN(Double.parseDouble(text));
        } catch (NumberFormatException none) {
            return false;
        }
    }
}
