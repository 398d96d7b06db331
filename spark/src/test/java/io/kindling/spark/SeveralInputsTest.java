package io.kindling.spark;

import static org.apache.spark.ml.functions.vector_to_array;
import static org.apache.spark.sql.functions.col;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kindling.layers.Input;
import io.kindling.layers.Node;
import io.kindling.layers.core.Dense;
import io.kindling.layers.merging.Concatenate;
import io.kindling.models.Functional;
import io.kindling.models.Network;
import io.kindling.models.Sequential;
import io.kindling.spark.saved.SavedPipeline;
import io.kindling.spark.saved.StageClasses;
import io.kindling.spark.testing.LocalSpark;
import io.kindling.spark.testing.WideAndDeep;
import io.kindling.spark.testing.WideAndDeep.Form;
import io.kindling.spark.training.RoundProgress;
import io.kindling.spark.training.TrainingListener;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.apache.spark.ml.Pipeline;
import org.apache.spark.ml.PipelineModel;
import org.apache.spark.ml.PipelineStage;
import org.apache.spark.ml.evaluation.MulticlassClassificationEvaluator;
import org.apache.spark.ml.feature.VectorAssembler;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A network with several inputs takes a column for each, and does with them all it does with one. */
class SeveralInputsTest {
    private static final int ROWS = 240;
    /** 180 rows are trained on by 2 workers in mini-batches of 8, 4 of them a round: 3 rounds in each of 4 epochs. */
    private static final int ROUNDS = 12;

    @TempDir
    private Path folder;

    private static NeuralNetworkClassifier classifier() {
        return classifier(WideAndDeep.network());
    }

    private static NeuralNetworkClassifier classifier(Network network) {
        return new NeuralNetworkClassifier()
                .setNetwork(network)
                .setOptimizer("adam(0.02)")
                .setWeightCol("weight")
                .setNumWorkers(2)
                .setBatchSize(8)
                .setAveragingFrequency(4)
                .setEpochs(2);
    }

    private static Dataset<Row> data() {
        return WideAndDeep.data(ROWS, Form.EITHER);
    }

    private static float[] weights(NeuralNetworkClassificationModel model) {
        return model.trainedNetwork().weights().trainable();
    }

    private static List<Row> probabilities(Dataset<Row> predicted) {
        return predicted.select("probability").collectAsList();
    }

    @Test
    void aWideAndDeepNetworkLearnsFromThreeColumns() {
        Dataset<Row> predicted = classifier().setEpochs(25).fit(data()).transform(data());
        assertThat(new MulticlassClassificationEvaluator()
                        .setMetricName("accuracy")
                        .evaluate(predicted))
                .isGreaterThan(0.9);
    }

    /** As an array the same numbers are kept with their zeros. */
    @ParameterizedTest
    @EnumSource
    void howAVectorIsGivenDoesNotMatter(Form form) {
        Dataset<Row> arrays = data().withColumn("wide", vector_to_array(col("wide"), "float64"));
        NeuralNetworkClassificationModel expected = classifier().fit(arrays);
        NeuralNetworkClassificationModel model = classifier().fit(WideAndDeep.data(ROWS, form));
        assertThat(weights(model)).isEqualTo(weights(expected));
        assertThat(probabilities(model.transform(WideAndDeep.data(ROWS, form))))
                .isEqualTo(probabilities(expected.transform(arrays)));
    }

    /** The same steps as those of a network with one input, which is given all of them one after the other. */
    @Test
    void columnsAreAsTheirNumbersOneAfterTheOther() {
        Node wide = Node.input("wide", WideAndDeep.WIDE);
        Node item = Node.input("item", 1);
        Functional joined = Functional.of(
                Dense.of(2).activation("softmax").on(Concatenate.of().on(wide, item)));
        Sequential single =
                Sequential.of(Input.of(WideAndDeep.WIDE + 1), Dense.of(2).activation("softmax"));
        Dataset<Row> assembled = new VectorAssembler()
                .setInputCols(new String[] {"wide", "item"})
                .setOutputCol("features")
                .transform(data());
        NeuralNetworkClassificationModel expected = classifier(single).fit(assembled);
        NeuralNetworkClassificationModel model = classifier(joined).fit(data());
        assertThat(model.numFeatures()).isEqualTo(WideAndDeep.WIDE + 1);
        assertThat(weights(model)).isEqualTo(weights(expected));
        assertThat(probabilities(model.transform(data()))).isEqualTo(probabilities(expected.transform(assembled)));
    }

    @Test
    void columnsAreThoseOfTheInputsNamesOrAsNamed() {
        Dataset<Row> renamed = data().withColumnRenamed("wide", "a.b")
                .withColumnRenamed("item", "wide")
                .withColumnRenamed("measures", "item");
        String[] columns = {"a.b", "wide", "item"};
        NeuralNetworkClassificationModel model =
                classifier().setInputCols(columns).fit(renamed);
        assertThat(model.getInputCols()).isEqualTo(columns);
        assertThat(weights(model)).isEqualTo(weights(classifier().fit(data())));
        assertThat(probabilities(model.transform(renamed)))
                .isEqualTo(probabilities(classifier().fit(data()).transform(data())));
    }

    @Test
    void oneInputMayBeNamedToo() {
        Sequential network = Sequential.of(Dense.of(2).activation("softmax"));
        NeuralNetworkClassificationModel model =
                classifier(network).setInputCols("wide").fit(data());
        Dataset<Row> renamed = data().withColumnRenamed("wide", "features");
        assertThat(weights(model)).isEqualTo(weights(classifier(network).fit(renamed)));
    }

    @Test
    void aNumberIsAFeature() {
        Dataset<Row> numbers = data().withColumn("features", col("item").cast("decimal(9,2)"));
        Dataset<Row> arrays = data().withColumn("features", functions.array(col("item")));
        NeuralNetworkClassificationModel model =
                classifier(Sequential.of(Dense.of(2).activation("softmax"))).fit(numbers);
        assertThat(weights(model))
                .isEqualTo(weights(classifier(Sequential.of(Dense.of(2).activation("softmax")))
                        .fit(arrays)));
        assertThat(probabilities(model.transform(numbers))).isEqualTo(probabilities(model.transform(arrays)));
    }

    /** Also where the order of rows is open, and a column is there twice. */
    @Test
    void aColumnMayBeUsedTwice() {
        Node left = Node.input("left", 1);
        Node right = Node.input("right", 1);
        Functional network = Functional.of(
                Dense.of(2).activation("softmax").on(Concatenate.of().on(left, right)));
        Dataset<Row> shuffled = data().repartition(3, col("item"));
        NeuralNetworkClassificationModel model =
                classifier(network).setInputCols("weight", "weight").fit(shuffled);
        assertThat(weights(model))
                .isEqualTo(weights(classifier(network)
                        .setInputCols("weight", "copy")
                        .fit(shuffled.withColumn("copy", col("weight")))));
    }

    @Test
    void aSavedPipelineGivesTheSamePredictions() throws IOException {
        PipelineModel model = new Pipeline()
                .setStages(new PipelineStage[] {classifier().setInputCols("wide", "item", "measures")})
                .fit(data());
        String path = folder.resolve("model").toString();
        SavedPipeline.save(model, path);
        List<Row> expected = probabilities(model.transform(data()));
        assertThat(probabilities(SavedPipeline.load(LocalSpark.session(), path, StageClasses.standard())
                        .transform(data())))
                .isEqualTo(expected);
        assertThat(probabilities(PipelineModel.load(path).transform(data()))).isEqualTo(expected);
    }

    @Test
    void anEstimatorIsSavedWithItsColumns() throws IOException {
        String path = folder.resolve("estimator").toString();
        classifier().setInputCols("wide", "item", "measures").save(path);
        NeuralNetworkClassifier loaded = NeuralNetworkClassifier.load(path);
        assertThat(loaded.getInputCols()).containsExactly("wide", "item", "measures");
        assertThat(weights(loaded.fit(data()))).isEqualTo(weights(classifier().fit(data())));
    }

    @Test
    void theyValidateAndContinueFromACheckpoint() {
        NeuralNetworkClassifier validating = classifier()
                .setValidationIndicatorCol("validates")
                .setPatience(3)
                .setEpochs(4);
        float[] expected = weights(validating.fit(data()));
        NeuralNetworkClassifier checkpointed = validating
                .setCheckpointDir(folder.resolve("checkpoints").toString())
                .setCheckpointInterval(2);
        assertThatThrownBy(() -> checkpointed.setListener(new Dying(7)).fit(data()))
                .hasMessage("dies here");
        Dying resumed = new Dying(-1);
        assertThat(weights(checkpointed.setListener(resumed).fit(data()))).isEqualTo(expected);
        assertThat(resumed.rounds).isEqualTo(ROUNDS - 6);
        assertThat(weights(classifier().setEpochs(4).fit(data()))).isNotEqualTo(expected);
    }

    private static final class Dying implements TrainingListener {
        private final int after;
        private int rounds;

        Dying(int after) {
            this.after = after;
        }

        @Override
        public void roundFinished(RoundProgress progress) {
            rounds++;
            if (rounds == after) {
                throw new IllegalStateException("dies here");
            }
        }
    }

    @Test
    void schemasAreForeseen() {
        NeuralNetworkClassificationModel model = classifier().fit(data());
        assertThat(LocalSpark.plain(classifier().transformSchema(WideAndDeep.SCHEMA)))
                .isEqualTo(LocalSpark.plain(model.transformSchema(WideAndDeep.SCHEMA)));
        assertThat(model.transform(data()).schema()).isEqualTo(model.transformSchema(WideAndDeep.SCHEMA));
    }
}
