package io.kindling.spark;

import static org.assertj.core.api.Assertions.assertThat;

import io.kindling.random.RandomKey;
import io.kindling.spark.testing.LocalSpark;
import java.nio.file.Path;
import java.sql.Date;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.spark.ml.Pipeline;
import org.apache.spark.ml.PipelineModel;
import org.apache.spark.ml.evaluation.MulticlassClassificationEvaluator;
import org.apache.spark.ml.evaluation.RegressionEvaluator;
import org.apache.spark.ml.param.ParamMap;
import org.apache.spark.ml.tuning.CrossValidator;
import org.apache.spark.ml.tuning.ParamGridBuilder;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One call learns a table of texts, numbers with holes, booleans and dates. */
class TablesTest {
    private static final StructType SCHEMA = new StructType()
            .add("city", DataTypes.StringType)
            .add("rooms", DataTypes.IntegerType)
            .add("garden", DataTypes.BooleanType)
            .add("sold", DataTypes.DateType)
            .add("price", DataTypes.DoubleType)
            .add("class", DataTypes.StringType);

    /** A price that depends on all columns, and whether it is high. */
    private static Dataset<Row> houses(int count) {
        List<Row> rows = IntStream.range(0, count)
                .mapToObj(i -> {
                    int city = (int) (3 * RandomKey.of(1).uniformAt(i));
                    Integer rooms =
                            i % 11 == 0 ? null : 1 + (int) (6 * RandomKey.of(2).uniformAt(i));
                    boolean garden = RandomKey.of(3).uniformAt(i) < 0.5;
                    int year = 2000 + (int) (20 * RandomKey.of(4).uniformAt(i));
                    double price = 1e5 * (1 + city)
                            + 3e4 * (rooms == null ? 3 : rooms)
                            + (garden ? 5e4 : 0)
                            + 2e3 * (year - 2000);
                    return RowFactory.create(
                            new String[] {"Bern", "Oslo", "Wien"}[city],
                            rooms,
                            garden,
                            Date.valueOf(year + "-06-15"),
                            price,
                            price > 3.3e5 ? "high" : "low");
                })
                .toList();
        return LocalSpark.of(rows, SCHEMA, 2);
    }

    @Test
    void classesOfATableAreLearnedAndWrittenAsTheyAre(@TempDir Path folder) throws Exception {
        Dataset<Row> table = houses(600).drop("price");
        PipelineModel fitted = Tables.classifier("class").fit(table);
        fitted.write().save(folder.resolve("model").toString());
        PipelineModel model = PipelineModel.load(folder.resolve("model").toString());
        Dataset<Row> others = houses(900).drop("price").except(table);
        List<Row> predicted = model.transform(others).collectAsList();
        long right = predicted.stream()
                .filter(row -> row.getAs("class").equals(row.getAs(Tables.PREDICTED_LABEL)))
                .count();
        assertThat(right).isGreaterThan((long) (0.95 * predicted.size()));
        assertThat(fitted.transform(others).collectAsList()).containsExactlyInAnyOrderElementsOf(predicted);
    }

    /** A city never seen, a hole where there was none, a column more: all else stays as it is. */
    @Test
    void rowsOfAnotherKindChangeNoOther() {
        Dataset<Row> table = houses(200).drop("price");
        PipelineModel model = Tables.classifier("class")
                .fit(table.withColumn("garden", functions.col("garden").cast("int")));
        Dataset<Row> plain = houses(50)
                .drop("price", "class")
                .withColumn("garden", functions.col("garden").cast("int"));
        Dataset<Row> odd = plain.withColumn("extra", functions.lit(1))
                .union(plain.limit(1)
                        .withColumn("city", functions.lit("Rom"))
                        .withColumn("garden", functions.lit(null).cast("int"))
                        .withColumn("extra", functions.lit(2)));
        List<Row> expected =
                model.transform(plain).select("probability", "predictedLabel").collectAsList();
        List<Row> all =
                model.transform(odd).select("probability", "predictedLabel").collectAsList();
        assertThat(all.subList(0, 50)).isEqualTo(expected);
        assertThat(all.get(50).getString(1)).isIn("high", "low");
    }

    @Test
    void numbersOfATableAreLearned() {
        Dataset<Row> table = houses(600).drop("class");
        PipelineModel model = Tables.regressor("price").fit(table);
        double r2 = new RegressionEvaluator()
                .setLabelCol("price")
                .setMetricName("r2")
                .evaluate(model.transform(houses(900).drop("class").except(table)));
        assertThat(r2).isGreaterThan(0.95);
    }

    @Test
    void aCrossValidatorChoosesAmongParamsOfTheParts() {
        Pipeline pipeline = Tables.classifier("class");
        NeuralNetworkClassifier classifier = (NeuralNetworkClassifier) pipeline.getStages()[2];
        ParamMap[] grid = new ParamGridBuilder()
                .addGrid(classifier.epochs(), scala.collection.JavaConverters.asScalaBuffer(List.<Object>of(1, 30)))
                .build();
        PipelineModel best = (PipelineModel) new CrossValidator()
                .setEstimator(pipeline)
                .setEvaluator(new MulticlassClassificationEvaluator()
                        .setLabelCol(Tables.LABEL_INDEX)
                        .setMetricName("accuracy"))
                .setEstimatorParamMaps(grid)
                .setNumFolds(2)
                .setSeed(1)
                .fit(houses(200).drop("price"))
                .bestModel();
        NeuralNetworkClassificationModel model = (NeuralNetworkClassificationModel) best.stages()[2];
        assertThat(((NeuralNetworkClassifier) model.parent()).getEpochs()).isEqualTo(30);
    }
}
