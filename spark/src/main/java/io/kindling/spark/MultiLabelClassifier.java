package io.kindling.spark;

import io.kindling.activations.Activation;
import io.kindling.activations.Sigmoid;
import io.kindling.engine.TrainedNetwork;
import io.kindling.errors.KindlingException;
import io.kindling.guide.ActivationGuide;
import io.kindling.guide.LabelFacts;
import io.kindling.guide.OutputTask;
import io.kindling.losses.Loss;
import io.kindling.models.NetworkPlan;
import io.kindling.spark.data.LabelRule;
import io.kindling.spark.data.TrainingData;
import io.kindling.spark.defaults.OutputHead;
import io.kindling.spark.inference.BatchPredictor;
import io.kindling.spark.inference.ClassAttributes;
import io.kindling.spark.mllib.SparkMl;
import io.kindling.spark.params.LabelColumnParams;
import java.util.List;
import org.apache.spark.ml.util.Identifiable;
import org.apache.spark.ml.util.MLReader;
import org.apache.spark.sql.types.StructType;

/**
 * Trains a network to say yes or no for each of several labels that do not exclude each other, such as the topics of a text.
 *
 * <p>The label column holds a vector or an array of zeros and ones, one for each label; the network ends in as many sigmoid
 * outputs, each a probability of its own.
 *
 * <pre>{@code
 * MultiLabelClassificationModel model = new MultiLabelClassifier().setLabelCol("topics").fit(train);
 * }</pre>
 */
public final class MultiLabelClassifier extends NetworkEstimator<MultiLabelClassificationModel, MultiLabelClassifier>
        implements LabelColumnParams<MultiLabelClassifier> {
    private static final long serialVersionUID = 1;

    public MultiLabelClassifier() {
        this(Identifiable.randomUID("multiLabelClassifier"));
    }

    public MultiLabelClassifier(String uid) {
        super(uid);
        setDefault(probabilityCol(), "probability");
        setDefault(threshold(), 0.5);
    }

    @Override
    LabelRule labelRule() {
        return LabelRule.yesOrNo();
    }

    @Override
    LabelFacts labelFacts(TrainingData data) {
        return LabelFacts.ofNumbers(data.smallestLabel());
    }

    @Override
    OutputHead head(StructType schema, TrainingData data) {
        return new OutputHead(OutputTask.MULTI_LABEL, data.labels(), List.of());
    }

    @Override
    void requireFit(NetworkPlan network, TrainingData data) {
        Activation last = network.outputActivation();
        if (network.output().rank() != 1 || network.output().size() != data.labels() || !(last instanceof Sigmoid)) {
            throw new KindlingException(
                    "The last layer of a multi-label classifier needs one sigmoid output per label, "
                            + data.labels() + ". '" + network.last().name() + "' gives " + network.output() + " after "
                            + Activation.registry().format(last) + ".");
        }
    }

    @Override
    Loss defaultLoss(NetworkPlan network) {
        return ActivationGuide.forOutput(OutputTask.MULTI_LABEL).loss().orElseThrow();
    }

    @Override
    MultiLabelClassificationModel createModel(TrainedNetwork trained, StructType schema) {
        return new MultiLabelClassificationModel(uid(), trained);
    }

    @Override
    public StructType transformSchema(StructType schema) {
        return BatchPredictor.extended(super.transformSchema(schema), outputColumns(1, ClassAttributes.NONE));
    }

    public static MLReader<MultiLabelClassifier> read() {
        return SparkMl.reader(MultiLabelClassifier.class, MultiLabelClassifier::new);
    }

    public static MultiLabelClassifier load(String path) {
        return read().load(path);
    }
}
