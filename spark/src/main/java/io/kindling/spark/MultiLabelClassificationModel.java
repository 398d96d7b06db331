package io.kindling.spark;

import io.kindling.engine.TrainedNetwork;
import io.kindling.spark.inference.ClassAttributes;
import io.kindling.spark.inference.OutputColumns;
import io.kindling.spark.mllib.ModelReader;
import io.kindling.spark.params.LabelColumnParams;
import java.util.List;
import org.apache.spark.ml.util.MLReader;

/** A network that {@link MultiLabelClassifier} has trained: adds a probability per label, and 1 or 0 for each, to rows. */
public final class MultiLabelClassificationModel extends NetworkModel<MultiLabelClassificationModel>
        implements LabelColumnParams<MultiLabelClassificationModel> {
    private static final long serialVersionUID = 1;

    MultiLabelClassificationModel(String uid, TrainedNetwork trained) {
        super(uid, trained);
        setDefault(predictionCol(), "prediction");
        setDefault(probabilityCol(), "probability");
        setDefault(threshold(), 0.5);
    }

    @Override
    public OutputColumns outputColumns(int outputs) {
        return outputColumns(outputs, ClassAttributes.of(outputs, List.of()));
    }

    @Override
    MultiLabelClassificationModel create(String uid, TrainedNetwork trained) {
        return new MultiLabelClassificationModel(uid, trained);
    }

    /** How many labels it says yes or no for. */
    public int numLabels() {
        return outputs();
    }

    public static MLReader<MultiLabelClassificationModel> read() {
        return new ModelReader<>(MultiLabelClassificationModel.class, MultiLabelClassificationModel::new);
    }

    public static MultiLabelClassificationModel load(String path) {
        return read().load(path);
    }
}
