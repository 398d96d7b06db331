package io.kindling.spark;

import io.kindling.engine.TrainedNetwork;
import io.kindling.models.Sequential;
import io.kindling.spark.data.RowColumns;
import io.kindling.spark.inference.BatchPredictor;
import io.kindling.spark.mllib.ModelReader;
import io.kindling.spark.mllib.ModelWriter;
import io.kindling.spark.params.ClassColumnParams;
import io.kindling.spark.params.HasFeaturesCol;
import org.apache.spark.ml.Model;
import org.apache.spark.ml.param.ParamMap;
import org.apache.spark.ml.util.MLReader;
import org.apache.spark.ml.util.MLWritable;
import org.apache.spark.ml.util.MLWriter;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.StructType;

/** A network that {@link NeuralNetworkClassifier} has trained: adds raw prediction, probabilities and class to rows. */
public final class NeuralNetworkClassificationModel extends Model<NeuralNetworkClassificationModel>
        implements HasFeaturesCol<NeuralNetworkClassificationModel>,
                ClassColumnParams<NeuralNetworkClassificationModel>,
                MLWritable {
    private static final long serialVersionUID = 1;

    private final String uid;
    private final transient TrainedNetwork trained;

    NeuralNetworkClassificationModel(String uid, TrainedNetwork trained) {
        this.uid = uid;
        this.trained = trained;
        setDefault(featuresCol(), "features");
        setDefault(predictionCol(), "prediction");
        setDefault(probabilityCol(), "probability");
        setDefault(rawPredictionCol(), "rawPrediction");
    }

    @Override
    public String uid() {
        return uid;
    }

    /** The network and its numbers. */
    public TrainedNetwork trainedNetwork() {
        return trained;
    }

    /** The network. */
    public Sequential network() {
        return trained.network();
    }

    /** How many features a row needs. */
    public int numFeatures() {
        return trained.network().plan().input().size();
    }

    /** How many classes it tells apart. */
    public int numClasses() {
        return Math.max(2, outputs());
    }

    private int outputs() {
        return trained.network().plan().output().size();
    }

    /** The table of layers that Keras prints. */
    public String summary() {
        return trained.network().summary();
    }

    @Override
    public Dataset<Row> transform(Dataset<?> dataset) {
        transformSchema(dataset.schema());
        return BatchPredictor.predict(dataset, trained, getFeaturesCol(), outputColumns(outputs()));
    }

    @Override
    public StructType transformSchema(StructType schema) {
        RowColumns.requireFeatures(schema, getFeaturesCol());
        return BatchPredictor.extended(schema, outputColumns(outputs()));
    }

    @Override
    public NeuralNetworkClassificationModel copy(ParamMap extra) {
        return copyValues(new NeuralNetworkClassificationModel(uid, trained), extra)
                .setParent(parent());
    }

    @Override
    public MLWriter write() {
        return new ModelWriter(this, trained);
    }

    public static MLReader<NeuralNetworkClassificationModel> read() {
        return new ModelReader<>(NeuralNetworkClassificationModel.class, NeuralNetworkClassificationModel::new);
    }

    public static NeuralNetworkClassificationModel load(String path) {
        return read().load(path);
    }
}
