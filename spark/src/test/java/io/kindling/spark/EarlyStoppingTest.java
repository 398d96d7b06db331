package io.kindling.spark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.kindling.engine.Evaluation;
import io.kindling.layers.core.Dense;
import io.kindling.models.Sequential;
import io.kindling.spark.testing.LocalSpark;
import io.kindling.spark.training.TrainingListener;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.spark.ml.evaluation.MulticlassClassificationEvaluator;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Rows kept for validation are measured after every epoch, and end the training when they get no better. */
class EarlyStoppingTest {
    private final List<Evaluation> evaluations = new ArrayList<>();
    private final List<Integer> started = new ArrayList<>();
    private final List<String> notices = new ArrayList<>();

    /** Every third row validates. */
    private static Dataset<Row> data() {
        return LocalSpark.moons(90, 3)
                .withColumn("id", functions.monotonically_increasing_id())
                .withColumn("kept", functions.expr("id % 3 = 0"));
    }

    private NeuralNetworkClassifier classifier() {
        return new NeuralNetworkClassifier()
                .setNetwork(Sequential.of(
                        Dense.of(8).activation("tanh"), Dense.of(2).activation("softmax")))
                .setOptimizer("adam(0.3)")
                .setEpochs(30)
                .setBatchSize(8)
                .setNumWorkers(2)
                .setValidationIndicatorCol("kept")
                .setListener(new TrainingListener() {
                    @Override
                    public void validationStarts(int epoch) {
                        started.add(epoch);
                    }

                    @Override
                    public void epochValidated(int epoch, Evaluation evaluation) {
                        assertThat(started).hasSize(epoch).last().isEqualTo(epoch);
                        assertThat(epoch).isEqualTo(evaluations.size() + 1);
                        evaluations.add(evaluation);
                    }

                    @Override
                    public void noticed(String notice) {
                        notices.add(notice);
                    }
                });
    }

    private int bestEpoch() {
        return IntStream.range(0, evaluations.size())
                        .boxed()
                        .min(Comparator.comparingDouble(
                                epoch -> evaluations.get(epoch).loss()))
                        .orElseThrow()
                + 1;
    }

    @Test
    void stopsWhenItGetsNoBetterAndKeepsTheBest() {
        NeuralNetworkClassificationModel model = classifier().setPatience(3).fit(data());
        int best = bestEpoch();
        assertThat(evaluations).hasSize(best + 3).hasSizeLessThan(30);
        assertThat(notices).singleElement().asString().contains("val_loss was best in epoch " + best);
        // The model of the best epoch is that of a training which ends there.
        NeuralNetworkClassificationModel short_ =
                classifier().setListener(TrainingListener.NONE).setEpochs(best).fit(data());
        assertThat(model.trainedNetwork().weights().trainable())
                .isEqualTo(short_.trainedNetwork().weights().trainable());
    }

    @Test
    void canKeepTheLast() {
        NeuralNetworkClassificationModel last =
                classifier().setPatience(3).setRestoreBestWeights(false).fit(data());
        int epochs = evaluations.size();
        NeuralNetworkClassificationModel expected = classifier()
                .setListener(TrainingListener.NONE)
                .setEpochs(epochs)
                .setRestoreBestWeights(false)
                .fit(data());
        assertThat(last.trainedNetwork().weights().trainable())
                .isEqualTo(expected.trainedNetwork().weights().trainable());
    }

    @Test
    void measuresTheRowsThatAreKept() {
        NeuralNetworkClassificationModel model = classifier()
                .setMonitor("val_accuracy")
                .setEpochs(2)
                .setRestoreBestWeights(false)
                .fit(data());
        Evaluation last = evaluations.get(1);
        assertThat(last.examples()).isEqualTo(30);
        double accuracy = new MulticlassClassificationEvaluator()
                .setMetricName("accuracy")
                .evaluate(model.transform(data().filter("kept")));
        assertThat(last.metrics().get("accuracy")).isCloseTo(accuracy, within(1e-9));
        double logLoss = new MulticlassClassificationEvaluator()
                .setMetricName("logLoss")
                .evaluate(model.transform(data().filter("kept")));
        assertThat(last.loss()).isCloseTo(logLoss, within(1e-5));
    }

    /** The same rows are trained on, and nobody stops early. */
    @Test
    void aTrainingWithoutValidationDoesNotGoOnFromOneWith(@TempDir Path folder) {
        NeuralNetworkClassifier classifier = classifier().setCheckpointDir(folder.toString());
        classifier.setPatience(1).fit(data());
        assertThat(evaluations).hasSizeLessThan(30);
        classifier.clear(classifier.validationIndicatorCol()).clear(classifier.patience());
        classifier.fit(data().filter("not kept"));
        assertThat(notices).last().asString().contains("are replaced. It differs in: minDelta, monitor, patience");
    }

    @Test
    void contradictionsAreRefused() {
        assertThatThrownBy(() -> classifier().setValidationFraction(0.1).fit(data()))
                .hasMessageContaining("only one can be set");
        assertThatThrownBy(() -> new NeuralNetworkClassifier()
                        .setHiddenLayers(new int[] {4})
                        .setPatience(2)
                        .fit(data()))
                .hasMessage("patience needs rows to validate with: set validationFraction or validationIndicatorCol.");
        assertThatThrownBy(() -> classifier().setValidationIndicatorCol("id").fit(data()))
                .hasMessageContaining("The column 'id' must be a boolean");
        assertThatThrownBy(() -> classifier().fit(data().withColumn("kept", functions.lit(false))))
                .hasMessage("The column 'kept' leaves no row to validate with.");
        assertThatThrownBy(() -> classifier().setMonitor("loss"))
                .hasMessage("monitor must be val_loss, or val_ and the name of a metric. Received: loss.");
    }
}
