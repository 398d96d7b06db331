package io.kindling.spark;

import static org.assertj.core.api.Assertions.assertThat;

import io.kindling.layers.core.Dense;
import io.kindling.models.Sequential;
import io.kindling.optimizers.Adam;
import io.kindling.optimizers.Sgd;
import io.kindling.spark.testing.LocalSpark;
import org.apache.spark.ml.evaluation.MulticlassClassificationEvaluator;
import org.apache.spark.ml.param.Param;
import org.apache.spark.ml.param.ParamMap;
import org.apache.spark.ml.tuning.CrossValidator;
import org.apache.spark.ml.tuning.CrossValidatorModel;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;

/** The stages behave as MLlib expects of any: params, copies, parents, cross-validation. */
class StageContractTest {

    private static NeuralNetworkClassifier classifier() {
        return new NeuralNetworkClassifier().setEpochs(2).setNumWorkers(2);
    }

    @Test
    void paramsHaveNamesDocsAndAnOwner() {
        NeuralNetworkClassifier classifier = classifier();
        assertThat(classifier.params())
                .extracting(Param::name)
                .containsExactly(
                        "averagingFrequency",
                        "balanceClasses",
                        "batchSize",
                        "calibrate",
                        "checkpointDir",
                        "checkpointInterval",
                        "checkpointMode",
                        "classWeights",
                        "engine",
                        "epochs",
                        "featuresCol",
                        "frozenLayers",
                        "hiddenActivation",
                        "hiddenLayers",
                        "initialModel",
                        "inputCols",
                        "labelCol",
                        "learningRateFactors",
                        "loss",
                        "minDelta",
                        "monitor",
                        "network",
                        "noWeightDecay",
                        "numWorkers",
                        "optimizer",
                        "optimizerState",
                        "outerOptimizer",
                        "patience",
                        "predictionCol",
                        "probabilityCol",
                        "rawPredictionCol",
                        "restoreBestWeights",
                        "seed",
                        "shuffle",
                        "standardization",
                        "threshold",
                        "thresholds",
                        "validationFraction",
                        "validationIndicatorCol",
                        "weightCol");
        for (Param<?> param : classifier.params()) {
            assertThat(param.doc()).isNotBlank();
            assertThat(param.parent()).isEqualTo(classifier.uid());
        }
        assertThat(classifier.explainParams())
                .contains(
                        "epochs: passes over the data; where nothing is set, as many as rows that are kept back find best (>= 1) (default: 10, current: 2)");
    }

    @Test
    void copiesAreIndependent() {
        NeuralNetworkClassifier original = classifier();
        NeuralNetworkClassifier copy = original.copy(ParamMap.empty());
        assertThat(copy.uid()).isEqualTo(original.uid());
        copy.setEpochs(7);
        assertThat(original.getEpochs()).isEqualTo(2);
        NeuralNetworkClassifier changed = original.copy(new ParamMap().put(original.optimizer(), Sgd.of(0.5)));
        assertThat(changed.getOptimizer()).isEqualTo(Sgd.of(0.5));
        assertThat(original.getOptimizer()).isEqualTo(Adam.of());
    }

    @Test
    void fittingLeavesTheEstimatorAsItWas() {
        NeuralNetworkClassifier classifier = classifier();
        String before = classifier.explainParams();
        NeuralNetworkClassificationModel model = classifier.fit(LocalSpark.moons(30, 2));
        assertThat(classifier.explainParams()).isEqualTo(before);
        assertThat(model.uid()).isEqualTo(classifier.uid());
        assertThat(model.parent()).isSameAs(classifier);
        assertThat(model.copy(ParamMap.empty()).parent()).isSameAs(classifier);
    }

    @Test
    void schemasAreForeseen() {
        Dataset<Row> data = LocalSpark.moons(30, 2);
        NeuralNetworkClassifier classifier = classifier().setPredictionCol("guess");
        NeuralNetworkClassificationModel model = classifier.fit(data);
        assertThat(model.transform(data).schema()).isEqualTo(model.transformSchema(data.schema()));
        assertThat(LocalSpark.plain(classifier.transformSchema(data.schema())))
                .isEqualTo(LocalSpark.plain(model.transformSchema(data.schema())));
    }

    @Test
    void aNetworkCanBeChosenByCrossValidation() {
        NeuralNetworkClassifier classifier = classifier()
                .setOptimizer(Adam.of(0.05))
                .setEpochs(20)
                .setBatchSize(8)
                .setSeed(3);
        Sequential tooSmall = Sequential.of(Dense.of(2).activation("softmax"));
        Sequential enough =
                Sequential.of(Dense.of(16).activation("tanh"), Dense.of(2).activation("softmax"));
        ParamMap[] grid = {
            new ParamMap().put(classifier.network(), tooSmall), new ParamMap().put(classifier.network(), enough)
        };
        CrossValidatorModel best = new CrossValidator()
                .setEstimator(classifier)
                .setEvaluator(new MulticlassClassificationEvaluator().setMetricName("accuracy"))
                .setEstimatorParamMaps(grid)
                .setNumFolds(2)
                .setSeed(1)
                .fit(LocalSpark.moons(120, 2));
        assertThat(best.avgMetrics()[1]).isGreaterThan(best.avgMetrics()[0]);
        NeuralNetworkClassificationModel model = (NeuralNetworkClassificationModel) best.bestModel();
        assertThat(model.network().plan().layers()).hasSize(3);
    }
}
