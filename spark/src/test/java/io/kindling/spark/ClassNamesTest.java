package io.kindling.spark;

import static org.assertj.core.api.Assertions.assertThat;

import io.kindling.spark.testing.LocalSpark;
import java.nio.file.Path;
import org.apache.spark.ml.attribute.Attribute;
import org.apache.spark.ml.attribute.AttributeGroup;
import org.apache.spark.ml.attribute.NominalAttribute;
import org.apache.spark.ml.feature.IndexToString;
import org.apache.spark.ml.feature.StringIndexer;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.StructType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Columns that a classifier adds say how many classes there are, and what they are called where labels had names. */
class ClassNamesTest {
    private static final String[] NAMES = {"no", "yes"};

    @Test
    void columnsSayTheNamesOfClassesAlsoOfAModelThatWasLoaded(@TempDir Path folder) throws Exception {
        Dataset<Row> texts = LocalSpark.moons(40, 2)
                .withColumn(
                        "answer",
                        functions.when(functions.col("label").equalTo(1), "yes").otherwise("no"));
        Dataset<Row> rows = new StringIndexer()
                .setInputCol("answer")
                .setOutputCol("index")
                .setStringOrderType("alphabetAsc")
                .fit(texts)
                .transform(texts);
        NeuralNetworkClassificationModel model =
                new NeuralNetworkClassifier().setLabelCol("index").setEpochs(1).fit(rows);
        model.write().save(folder.resolve("model").toString());
        for (NeuralNetworkClassificationModel one : new NeuralNetworkClassificationModel[] {
            model,
            model.copy(new org.apache.spark.ml.param.ParamMap()),
            NeuralNetworkClassificationModel.load(folder.resolve("model").toString())
        }) {
            Dataset<Row> predicted = one.transform(texts);
            StructType schema = predicted.schema();
            assertThat(((NominalAttribute) Attribute.fromStructField(schema.apply("prediction")))
                            .values()
                            .get())
                    .containsExactly(NAMES);
            for (String column : new String[] {"probability", "rawPrediction"}) {
                Attribute[] attributes = AttributeGroup.fromStructField(schema.apply(column))
                        .attributes()
                        .get();
                assertThat(attributes)
                        .extracting(attribute -> attribute.name().get())
                        .containsExactly(NAMES);
            }
            assertThat(new IndexToString()
                            .setInputCol("prediction")
                            .setOutputCol("said")
                            .transform(predicted)
                            .select("said")
                            .distinct()
                            .collectAsList())
                    .allMatch(row ->
                            row.getString(0).equals("yes") || row.getString(0).equals("no"));
        }
    }

    @Test
    void classesWithoutNamesAreCounted() {
        StructType schema = new NeuralNetworkClassifier()
                .setEpochs(1)
                .fit(LocalSpark.csv("iris.csv"))
                .transform(LocalSpark.csv("iris.csv"))
                .schema();
        assertThat(((NominalAttribute) Attribute.fromStructField(schema.apply("prediction")))
                        .getNumValues()
                        .get())
                .isEqualTo(3);
        assertThat(AttributeGroup.fromStructField(schema.apply("probability")).size())
                .isEqualTo(3);
    }
}
