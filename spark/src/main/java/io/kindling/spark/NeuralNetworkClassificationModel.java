package io.kindling.spark;

import io.kindling.engine.TrainedNetwork;
import io.kindling.spark.inference.ClassAttributes;
import io.kindling.spark.inference.OutputColumns;
import io.kindling.spark.mllib.ModelReader;
import io.kindling.spark.params.ClassColumnParams;
import java.util.List;
import org.apache.spark.ml.param.StringArrayParam;
import org.apache.spark.ml.util.MLReader;

/** A network that {@link NeuralNetworkClassifier} has trained: adds raw prediction, probabilities and class to rows. */
public final class NeuralNetworkClassificationModel extends NetworkModel<NeuralNetworkClassificationModel>
        implements ClassColumnParams<NeuralNetworkClassificationModel> {
    private static final long serialVersionUID = 1;

    NeuralNetworkClassificationModel(String uid, TrainedNetwork trained) {
        super(uid, trained);
        setDefault(predictionCol(), "prediction");
        setDefault(probabilityCol(), "probability");
        setDefault(rawPredictionCol(), "rawPrediction");
    }

    /** The names of the classes, by index, where the labels' column had them in training. */
    public StringArrayParam classNames() {
        return new StringArrayParam(this, "classNames", "the names of the classes, by index");
    }

    public String[] getClassNames() {
        return getOrDefault(classNames());
    }

    NeuralNetworkClassificationModel setClassNames(String... value) {
        set(classNames(), value);
        return this;
    }

    @Override
    public OutputColumns outputColumns(int outputs) {
        return outputColumns(
                outputs,
                ClassAttributes.of(
                        Math.max(2, outputs), isDefined(classNames()) ? List.of(getClassNames()) : List.of()));
    }

    @Override
    NeuralNetworkClassificationModel create(String uid, TrainedNetwork trained) {
        return new NeuralNetworkClassificationModel(uid, trained);
    }

    /** How many classes it tells apart. */
    public int numClasses() {
        return Math.max(2, outputs());
    }

    public static MLReader<NeuralNetworkClassificationModel> read() {
        return new ModelReader<>(NeuralNetworkClassificationModel.class, NeuralNetworkClassificationModel::new);
    }

    public static NeuralNetworkClassificationModel load(String path) {
        return read().load(path);
    }
}
