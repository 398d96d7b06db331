package io.kindling.spark.testing;

import java.util.ArrayList;
import java.util.List;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.ml.linalg.SQLDataTypes;
import org.apache.spark.ml.linalg.Vector;
import org.apache.spark.ml.linalg.Vectors;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;

/** The Spark session that all tests of a module share, and small data sets made with it. */
public final class LocalSpark {
    public static final StructType SCHEMA = new StructType()
            .add("features", SQLDataTypes.VectorType())
            .add("label", DataTypes.DoubleType)
            .add("weight", DataTypes.DoubleType);

    private LocalSpark() {}

    public static SparkSession session() {
        return SparkSession.builder()
                .master("local[2]")
                .appName("tests")
                .config("spark.ui.enabled", "false")
                .config("spark.sql.shuffle.partitions", "2")
                .config("spark.driver.bindAddress", "127.0.0.1")
                .config("spark.driver.host", "127.0.0.1")
                .getOrCreate();
    }

    public static JavaSparkContext context() {
        return JavaSparkContext.fromSparkContext(session().sparkContext());
    }

    public static Dataset<Row> of(List<Row> rows, StructType schema, int partitions) {
        return session().createDataFrame(context().parallelize(rows, partitions), schema);
    }

    public static Row row(double label, double weight, double... features) {
        return RowFactory.create(Vectors.dense(features), label, weight);
    }

    /** Two classes in the plane, told apart by a curve; features (x, y), label, weight 1. */
    public static List<Row> moons(int count) {
        List<Row> rows = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            double angle = Math.PI * ((i * 0.618034) % 1);
            int label = i % 2;
            double x = label == 0 ? Math.cos(angle) : 1 - Math.cos(angle);
            double y = label == 0 ? Math.sin(angle) : 0.5 - Math.sin(angle);
            rows.add(row(label, 1, x, y));
        }
        return rows;
    }

    public static Dataset<Row> moons(int count, int partitions) {
        return of(moons(count), SCHEMA, partitions);
    }

    /** A CSV file of the test resources with all columns but the label assembled as a vector of thousandths. */
    public static Dataset<Row> csv(String name) {
        Dataset<Row> table = session()
                .read()
                .option("header", true)
                .option("inferSchema", true)
                .csv("src/test/resources/data/" + name);
        List<Row> rows = new ArrayList<>();
        int columns = table.columns().length;
        for (Row row : table.collectAsList()) {
            double[] features = new double[columns - 1];
            for (int i = 0; i < features.length; i++) {
                features[i] = ((Number) row.get(i)).doubleValue();
            }
            Vector vector = Vectors.dense(features);
            rows.add(RowFactory.create(vector, ((Number) row.get(columns - 1)).doubleValue(), 1.0));
        }
        return of(rows, SCHEMA, 3);
    }

    /** A schema without what the attributes of its columns say, some of which only a fitted model knows. */
    public static StructType plain(StructType schema) {
        StructType plain = new StructType();
        for (StructField field : schema.fields()) {
            plain = plain.add(field.name(), field.dataType(), field.nullable());
        }
        return plain;
    }
}
