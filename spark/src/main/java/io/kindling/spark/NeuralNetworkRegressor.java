package io.kindling.spark;

import io.kindling.engine.TrainedNetwork;
import io.kindling.errors.KindlingException;
import io.kindling.guide.ActivationGuide;
import io.kindling.guide.LabelFacts;
import io.kindling.guide.OutputTask;
import io.kindling.layers.Layer;
import io.kindling.layers.core.ActivationLayer;
import io.kindling.layers.tabular.Normalization;
import io.kindling.layers.tabular.OrderedOutputs;
import io.kindling.losses.Loss;
import io.kindling.losses.MeanAbsoluteError;
import io.kindling.losses.MeanSquaredError;
import io.kindling.losses.Quantile;
import io.kindling.models.Network;
import io.kindling.models.NetworkPlan;
import io.kindling.spark.data.BadDataException;
import io.kindling.spark.data.LabelRule;
import io.kindling.spark.data.TrainingData;
import io.kindling.spark.defaults.LabelScale;
import io.kindling.spark.defaults.OutputHead;
import io.kindling.spark.inference.BatchPredictor;
import io.kindling.spark.inference.ValueColumns;
import io.kindling.spark.mllib.SparkMl;
import io.kindling.spark.params.HasPredictionRange;
import io.kindling.spark.params.PredictionRange;
import io.kindling.spark.training.Validation;
import java.util.List;
import java.util.Optional;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.ml.util.Identifiable;
import org.apache.spark.ml.util.MLReader;
import org.apache.spark.sql.types.StructType;

/**
 * Trains a network to predict numbers, by parameter averaging across executors.
 *
 * <p>Labels are numbers, or vectors or arrays of them for several outputs; the network has one output for each.
 *
 * <pre>{@code
 * NeuralNetworkRegressionModel model = new NeuralNetworkRegressor()
 *         .setNetwork(Sequential.of(Dense.of(32).activation("relu"), Dense.of(1)))
 *         .setEpochs(50)
 *         .fit(train);
 * }</pre>
 */
public final class NeuralNetworkRegressor extends NetworkEstimator<NeuralNetworkRegressionModel, NeuralNetworkRegressor>
        implements HasPredictionRange<NeuralNetworkRegressor> {
    private static final long serialVersionUID = 1;

    public NeuralNetworkRegressor() {
        this(Identifiable.randomUID("neuralNetworkRegressor"));
    }

    public NeuralNetworkRegressor(String uid) {
        super(uid);
        setDefault(predictionRange(), PredictionRange.ANY);
    }

    @Override
    LabelRule labelRule() {
        return LabelRule.numbers();
    }

    @Override
    LabelFacts labelFacts(TrainingData data) {
        return LabelFacts.ofNumbers(data.smallestLabel());
    }

    @Override
    OutputHead head(StructType schema, TrainingData data) {
        List<Layer> ending = isDefined(loss()) && getLoss() instanceof Quantile quantile
                ? List.of(OrderedOutputs.of(quantile.quantiles().size()))
                : List.of();
        boolean positive = getPredictionRange() == PredictionRange.POSITIVE;
        if (positive && !(data.smallestLabel() > 0)) {
            throw new BadDataException("predictionRange positive needs labels above 0. The smallest in the column '"
                    + getLabelCol() + "' is " + data.smallestLabel() + ".");
        }
        OutputTask task = positive ? OutputTask.POSITIVE_REGRESSION : OutputTask.REGRESSION;
        return new OutputHead(task, outputs(data), ending);
    }

    @Override
    LabelScale labelScale(TrainingData data) {
        return getPredictionRange() == PredictionRange.POSITIVE
                ? LabelScale.ofPositive(data.moments().labels())
                : super.labelScale(data);
    }

    /** Bends what is predicted into the range of the labels, by a hard tanh between two scalings. */
    @Override
    TrainedNetwork finished(
            TrainedNetwork trained, TrainingData data, Optional<Validation> validation, JavaSparkContext context) {
        double center = (data.smallestLabel() + data.largestLabel()) / 2;
        double half = (data.largestLabel() - data.smallestLabel()) / 2;
        if (getPredictionRange() != PredictionRange.TRAINING || isDefined(network()) || !(half > 0)) {
            return trained;
        }
        Normalization scaling = Normalization.of(List.of(center), List.of(half * half));
        Network clipped = trained.network()
                .then(scaling)
                .then(ActivationLayer.of("hard_tanh"))
                .then(scaling.invert(true));
        return new TrainedNetwork(clipped, trained.weights());
    }

    /** With losses whose best network for other labels is that for these, scaled alike. */
    @Override
    boolean scalesLabels() {
        return !isDefined(loss())
                || getLoss() instanceof MeanSquaredError
                || getLoss() instanceof MeanAbsoluteError
                || getLoss() instanceof Quantile;
    }

    private int outputs(TrainingData data) {
        return isDefined(loss()) ? getLoss().outputColumns(data.labels()) : data.labels();
    }

    @Override
    void requireFit(NetworkPlan network, TrainingData data) {
        int outputs = outputs(data);
        if (network.output().size() != outputs) {
            throw new KindlingException("The last layer of a regression needs one output per label"
                    + (outputs == data.labels() ? "" : " and quantile") + ", " + outputs
                    + ". '" + network.last().name() + "' gives " + network.output() + ".");
        }
    }

    @Override
    Loss defaultLoss(NetworkPlan network) {
        return ActivationGuide.forOutput(OutputTask.REGRESSION).loss().orElseThrow();
    }

    @Override
    NeuralNetworkRegressionModel createModel(TrainedNetwork trained, StructType schema) {
        return new NeuralNetworkRegressionModel(uid(), trained);
    }

    @Override
    public StructType transformSchema(StructType schema) {
        return BatchPredictor.extended(super.transformSchema(schema), new ValueColumns(1, getPredictionCol()));
    }

    public static MLReader<NeuralNetworkRegressor> read() {
        return SparkMl.reader(NeuralNetworkRegressor.class, NeuralNetworkRegressor::new);
    }

    public static NeuralNetworkRegressor load(String path) {
        return read().load(path);
    }
}
