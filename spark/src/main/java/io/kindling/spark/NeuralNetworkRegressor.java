package io.kindling.spark;

import io.kindling.engine.TrainedNetwork;
import io.kindling.errors.KindlingException;
import io.kindling.guide.ActivationGuide;
import io.kindling.guide.LabelFacts;
import io.kindling.guide.OutputTask;
import io.kindling.layers.Layer;
import io.kindling.layers.tabular.OrderedOutputs;
import io.kindling.losses.Loss;
import io.kindling.losses.MeanAbsoluteError;
import io.kindling.losses.MeanSquaredError;
import io.kindling.losses.Quantile;
import io.kindling.models.NetworkPlan;
import io.kindling.spark.data.LabelRule;
import io.kindling.spark.data.TrainingData;
import io.kindling.spark.defaults.OutputHead;
import io.kindling.spark.inference.BatchPredictor;
import io.kindling.spark.inference.ValueColumns;
import io.kindling.spark.mllib.SparkMl;
import java.util.List;
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
public final class NeuralNetworkRegressor
        extends NetworkEstimator<NeuralNetworkRegressionModel, NeuralNetworkRegressor> {
    private static final long serialVersionUID = 1;

    public NeuralNetworkRegressor() {
        this(Identifiable.randomUID("neuralNetworkRegressor"));
    }

    public NeuralNetworkRegressor(String uid) {
        super(uid);
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
        return new OutputHead(OutputTask.REGRESSION, outputs(data), ending);
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
