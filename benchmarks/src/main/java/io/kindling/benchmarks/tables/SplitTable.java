package io.kindling.benchmarks.tables;

import io.kindling.errors.KindlingException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.spark.ml.feature.StringIndexer;
import org.apache.spark.ml.feature.StringIndexerModel;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.NumericType;
import org.apache.spark.sql.types.StructField;

/**
 * A CSV file with a column {@code label}, and a column {@code split} that says train or test of every row.
 *
 * @param name of the file, without its ending
 * @param training the rows to train on, in one partition, so that their order is that of the file
 * @param test the others
 * @param numbers the columns of numbers
 * @param texts the columns of categories
 * @param classes how many there are; 0 for a regression
 */
record SplitTable(
        String name, Dataset<Row> training, Dataset<Row> test, List<String> numbers, List<String> texts, int classes) {
    static final String LABEL = "label";
    private static final String SPLIT = "split";

    /** More whole numbers than this are no classes. */
    private static final int MOST_CLASSES = 30;

    /** Reads a file; labels of classes become indices. */
    static SplitTable read(SparkSession spark, Path file) {
        Dataset<Row> rows = spark.read()
                .option("header", true)
                .option("inferSchema", true)
                .csv(file.toUri().toString())
                .coalesce(1);
        List<String> names = List.of(rows.columns());
        if (!names.contains(LABEL) || !names.contains(SPLIT)) {
            throw new KindlingException("The file " + file + " needs the columns label and split. It has: "
                    + String.join(", ", names) + ".");
        }
        int classes = classes(rows);
        Dataset<Row> indexed = classes == 0 ? rows : indexed(rows);
        List<String> numbers = new ArrayList<>();
        List<String> texts = new ArrayList<>();
        for (StructField field : rows.schema().fields()) {
            if (!field.name().equals(LABEL) && !field.name().equals(SPLIT)) {
                (field.dataType() instanceof NumericType ? numbers : texts).add(field.name());
            }
        }
        return new SplitTable(
                file.getFileName().toString().replaceAll("\\.csv(\\.gz)?$", ""),
                part(indexed, "train"),
                part(indexed, "test"),
                numbers,
                texts,
                classes);
    }

    private static Dataset<Row> part(Dataset<Row> rows, String which) {
        Dataset<Row> part =
                rows.filter(functions.col(SPLIT).equalTo(which)).drop(SPLIT).cache();
        part.count();
        return part;
    }

    private static int classes(Dataset<Row> rows) {
        boolean text = !(rows.schema().apply(LABEL).dataType() instanceof NumericType);
        boolean whole = rows.filter("label <> floor(label)").isEmpty();
        long different = rows.select(LABEL).distinct().count();
        return text || whole && different <= MOST_CLASSES ? (int) different : 0;
    }

    private static Dataset<Row> indexed(Dataset<Row> rows) {
        StringIndexerModel indexer = new StringIndexer()
                .setInputCol(LABEL)
                .setOutputCol("index")
                .setStringOrderType("alphabetAsc")
                .fit(rows);
        return indexer.transform(rows).withColumn(LABEL, functions.col("index")).drop("index");
    }

    boolean isRegression() {
        return classes == 0;
    }
}
