package io.kindling.spark;

import io.kindling.engine.TrainedNetwork;
import io.kindling.errors.KindlingException;
import io.kindling.spark.inference.OutputColumns;
import io.kindling.spark.inference.VectorColumn;
import io.kindling.spark.mllib.ModelReader;
import io.kindling.spark.params.HasOutputCol;
import org.apache.spark.ml.param.ParamMap;
import org.apache.spark.ml.util.Identifiable;
import org.apache.spark.ml.util.MLReader;

/**
 * Adds to rows the values of one layer of a fitted network, as a vector, for other stages to use as features:
 *
 * <pre>{@code
 * NetworkFeaturizer.of(model, "hidden").setOutputCol("hiddenValues").transform(data)
 * }</pre>
 *
 * <p>Its columns of features are those of the model; of a network with several inputs only those that lead to the layer.
 */
public final class NetworkFeaturizer extends NetworkModel<NetworkFeaturizer>
        implements HasOutputCol<NetworkFeaturizer> {
    private static final long serialVersionUID = 1;

    NetworkFeaturizer(String uid, TrainedNetwork trained) {
        super(uid, trained);
        setDefault(outputCol(), "features_of_network");
    }

    /**
     * The values of a layer of a fitted network.
     *
     * @param layer its name, as {@link NetworkModel#summary} lists it
     * @throws KindlingException if there is none of that name
     */
    public static NetworkFeaturizer of(NetworkModel<?> model, String layer) {
        NetworkFeaturizer featurizer = new NetworkFeaturizer(
                Identifiable.randomUID("featurizer"), model.trainedNetwork().upTo(layer));
        model.copyFeatureColumnsTo(featurizer);
        return featurizer;
    }

    @Override
    public OutputColumns outputColumns(int outputs) {
        return new VectorColumn(outputs, getOutputCol());
    }

    @Override
    NetworkFeaturizer create(String uid, TrainedNetwork trained) {
        return new NetworkFeaturizer(uid, trained);
    }

    @Override
    public NetworkFeaturizer copy(ParamMap extra) {
        return copyValues(create(uid(), trainedNetwork()), extra);
    }

    public static MLReader<NetworkFeaturizer> read() {
        return new ModelReader<>(NetworkFeaturizer.class, NetworkFeaturizer::new);
    }

    public static NetworkFeaturizer load(String path) {
        return read().load(path);
    }
}
