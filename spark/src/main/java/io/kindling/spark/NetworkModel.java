package io.kindling.spark;

import io.kindling.engine.TrainedNetwork;
import io.kindling.models.Network;
import io.kindling.spark.data.RowColumns;
import io.kindling.spark.inference.BatchPredictor;
import io.kindling.spark.inference.OutputColumns;
import io.kindling.spark.mllib.ModelWriter;
import io.kindling.spark.params.FeatureColumnParams;
import java.util.List;
import org.apache.spark.ml.Model;
import org.apache.spark.ml.param.ParamMap;
import org.apache.spark.ml.util.MLWritable;
import org.apache.spark.ml.util.MLWriter;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.StructType;

/**
 * What the models of networks share: the trained network, and how rows are predicted and files written. Subclasses say
 * which columns they add.
 *
 * @param <M> the model itself
 */
public abstract class NetworkModel<M extends NetworkModel<M>> extends Model<M>
        implements FeatureColumnParams<M>, MLWritable {
    private static final long serialVersionUID = 1;

    private final String uid;
    private final transient TrainedNetwork trained;

    NetworkModel(String uid, TrainedNetwork trained) {
        this.uid = uid;
        this.trained = trained;
        setDefault(featuresCol(), "features");
    }

    /** The columns this model adds, for a network with so many outputs. */
    public abstract OutputColumns outputColumns(int outputs);

    /** A model of the same kind with the same network. */
    abstract M create(String uid, TrainedNetwork trained);

    @Override
    public String uid() {
        return uid;
    }

    /** The network and its numbers. */
    public TrainedNetwork trainedNetwork() {
        return trained;
    }

    /** The network. */
    public Network network() {
        return trained.network();
    }

    /** How many features a row needs, in all columns. */
    public int numFeatures() {
        return trained.network().plan().features();
    }

    /** The column of each input. */
    private List<String> features() {
        return featureColumns(trained.network().plan().inputNames());
    }

    /** Feeds a network that is a part of this one from the same columns. */
    void copyFeatureColumnsTo(NetworkModel<?> part) {
        List<String> columns = features();
        List<String> inputs = trained.network().plan().inputNames();
        List<String> kept = part.trained.network().plan().inputs().stream()
                .map(input -> columns.get(inputs.indexOf(input.name())))
                .toList();
        if (kept.size() == 1) {
            part.setFeaturesCol(kept.get(0));
        } else {
            part.setInputCols(kept.toArray(String[]::new));
        }
    }

    /** How many numbers the network gives for a row. */
    int outputs() {
        return trained.network().plan().output().size();
    }

    /** The table of layers that Keras prints. */
    public String summary() {
        return trained.network().summary();
    }

    @Override
    public Dataset<Row> transform(Dataset<?> dataset) {
        transformSchema(dataset.schema());
        return BatchPredictor.predict(dataset, trained, features(), outputColumns(outputs()));
    }

    @Override
    public StructType transformSchema(StructType schema) {
        RowColumns.requireFeatures(schema, features());
        return BatchPredictor.extended(schema, outputColumns(outputs()));
    }

    @Override
    public M copy(ParamMap extra) {
        return copyValues(create(uid, trained), extra).setParent(parent());
    }

    @Override
    public MLWriter write() {
        return new ModelWriter(this, trained);
    }
}
