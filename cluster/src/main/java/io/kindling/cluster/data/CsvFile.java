package io.kindling.cluster.data;

import io.kindling.spark.data.BadDataException;
import io.kindling.text.Excerpt;
import java.io.IOException;
import java.util.HashMap;
import java.util.Iterator;
import java.util.Map;
import org.apache.spark.api.java.function.MapPartitionsFunction;
import org.apache.spark.sql.DataFrameReader;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.StructType;

/** Reads CSV, of which Spark would pass over much in silence: cells beyond the header, missing cells, names given twice. */
final class CsvFile {

    private CsvFile() {}

    /**
     * Its rows. Finding out the types takes a pass over all of them, in which their cells are counted too.
     *
     * @throws BadDataException if the header or a row is odd
     */
    static Dataset<Row> read(SparkSession spark, InputPath path) throws IOException {
        String header = FirstLine.of(path, spark.sparkContext().hadoopConfiguration())
                .orElseThrow(() -> new BadDataException("The data file " + path.text() + " has no rows."));
        String[] names = new CsvCells(path.text()).of(header);
        requireNames(path.text(), names);
        StructType schema = reader(spark)
                .option("inferSchema", true)
                .csv(spark.read()
                        .textFile(path.pattern())
                        .mapPartitions(counted(path.text(), names.length), Encoders.STRING()))
                .schema();
        return reader(spark).schema(schema).csv(path.pattern());
    }

    private static DataFrameReader reader(SparkSession spark) {
        // Of several files each has a header, which must be the same.
        return spark.read().option("header", true).option("escape", "\"").option("enforceSchema", false);
    }

    private static MapPartitionsFunction<String, String> counted(String file, int columns) {
        return lines -> {
            CsvCells cells = new CsvCells(file);
            return new Iterator<>() {
                @Override
                public boolean hasNext() {
                    return lines.hasNext();
                }

                @Override
                public String next() {
                    return cells.require(lines.next(), columns);
                }
            };
        };
    }

    private static void requireNames(String file, String[] names) {
        Map<String, Integer> places = new HashMap<>();
        for (int i = 0; i < names.length; i++) {
            if (names[i] == null || names[i].isBlank()) {
                throw new BadDataException("The header of the data file " + file + " gives column " + (i + 1) + " of "
                        + names.length + " no name. Name it, or leave the column out.");
            }
            Integer before = places.put(names[i], i + 1);
            if (before != null) {
                throw new BadDataException("The header of the data file " + file + " gives columns " + before + " and "
                        + (i + 1) + " the same name, '" + Excerpt.of(names[i])
                        + "'. Choose another one for one of them.");
            }
        }
    }
}
