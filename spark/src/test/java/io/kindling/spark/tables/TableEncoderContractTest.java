package io.kindling.spark.tables;

import static org.assertj.core.api.Assertions.assertThat;

import io.kindling.spark.NeuralNetworkClassificationModel;
import io.kindling.spark.NeuralNetworkClassifier;
import io.kindling.spark.testing.LocalSpark;
import java.util.ArrayList;
import java.util.List;
import org.apache.spark.ml.Pipeline;
import org.apache.spark.ml.PipelineModel;
import org.apache.spark.ml.PipelineStage;
import org.apache.spark.ml.evaluation.MulticlassClassificationEvaluator;
import org.apache.spark.ml.param.Param;
import org.apache.spark.ml.param.ParamMap;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.junit.jupiter.api.Test;

/** The encoder behaves as MLlib expects of any stage, and a network learns from what it makes. */
class TableEncoderContractTest {

    private static Dataset<Row> table() {
        StructType schema = new StructType()
                .add("age", DataTypes.IntegerType)
                .add("color", DataTypes.StringType)
                .add("label", DataTypes.IntegerType);
        List<Row> rows = new ArrayList<>();
        for (int i = 0; i < 120; i++) {
            String color = i % 3 == 0 ? "red" : i % 3 == 1 ? "blue" : null;
            int age = i * 37 % 101;
            rows.add(RowFactory.create(age, color, "red".equals(color) == age > 50 ? 1 : 0));
        }
        return LocalSpark.of(rows, schema, 3);
    }

    @Test
    void paramsHaveNamesDocsAndAnOwner() {
        TableEncoder encoder = new TableEncoder();
        assertThat(encoder.params())
                .extracting(Param::name)
                .containsExactly(
                        "handleInvalid", "ignoredCols", "inputCols", "maxCategories", "minCategoryCount", "outputCol");
        for (Param<?> param : encoder.params()) {
            assertThat(param.doc()).isNotBlank();
            assertThat(param.parent()).isEqualTo(encoder.uid());
        }
    }

    @Test
    void copiesAreIndependent() {
        TableEncoder encoder = new TableEncoder().setIgnoredCols("label");
        TableEncoder copy = encoder.copy(new ParamMap().put(encoder.maxCategories(), 7));
        assertThat(copy.getMaxCategories()).isEqualTo(7);
        assertThat(copy.getIgnoredCols()).containsExactly("label");
        assertThat(encoder.getMaxCategories()).isEqualTo(256);
        TableEncoderModel model = encoder.fit(table());
        TableEncoderModel other = model.copy(new ParamMap().put(model.outputCol(), "out"));
        assertThat(other.transform(table()).columns()).endsWith("out");
        assertThat(model.transform(table()).columns()).endsWith("features");
        assertThat(other.parent()).isSameAs(encoder);
        assertThat(other.uid()).isEqualTo(encoder.uid());
    }

    @Test
    void aNetworkLearnsFromIt() {
        PipelineModel model = new Pipeline()
                .setStages(new PipelineStage[] {
                    new TableEncoder().setIgnoredCols("label"), new NeuralNetworkClassifier().setSeed(1)
                })
                .fit(table());
        assertThat(new MulticlassClassificationEvaluator()
                        .setMetricName("accuracy")
                        .evaluate(model.transform(table())))
                .isGreaterThan(0.9);
        assertThat(model.stages()[1]).isInstanceOf(NeuralNetworkClassificationModel.class);
    }
}
