package io.kindling.spark;

import io.kindling.engine.TrainedNetwork;
import io.kindling.spark.inference.OutputColumns;
import io.kindling.spark.inference.ValueColumns;
import io.kindling.spark.mllib.ModelReader;
import io.kindling.spark.params.HasPredictionCol;
import org.apache.spark.ml.util.MLReader;

/** A network that {@link NeuralNetworkRegressor} has trained: adds the predicted value to rows, or a vector of several. */
public final class NeuralNetworkRegressionModel extends NetworkModel<NeuralNetworkRegressionModel>
        implements HasPredictionCol<NeuralNetworkRegressionModel> {
    private static final long serialVersionUID = 1;

    NeuralNetworkRegressionModel(String uid, TrainedNetwork trained) {
        super(uid, trained);
        setDefault(predictionCol(), "prediction");
    }

    @Override
    public OutputColumns outputColumns(int outputs) {
        return new ValueColumns(outputs, getPredictionCol());
    }

    @Override
    NeuralNetworkRegressionModel create(String uid, TrainedNetwork trained) {
        return new NeuralNetworkRegressionModel(uid, trained);
    }

    /** How many values it predicts for a row. */
    public int numOutputs() {
        return outputs();
    }

    public static MLReader<NeuralNetworkRegressionModel> read() {
        return new ModelReader<>(NeuralNetworkRegressionModel.class, NeuralNetworkRegressionModel::new);
    }

    public static NeuralNetworkRegressionModel load(String path) {
        return read().load(path);
    }
}
