package io.kindling.spark;

import io.kindling.activations.Activation;
import io.kindling.activations.Sigmoid;
import io.kindling.activations.Softmax;
import io.kindling.engine.TrainedNetwork;
import io.kindling.errors.KindlingException;
import io.kindling.guide.ActivationGuide;
import io.kindling.guide.LabelFacts;
import io.kindling.guide.OutputTask;
import io.kindling.losses.Loss;
import io.kindling.models.NetworkPlan;
import io.kindling.spark.data.BadDataException;
import io.kindling.spark.data.ClassWeights;
import io.kindling.spark.data.LabelRule;
import io.kindling.spark.data.TrainingData;
import io.kindling.spark.defaults.OutputHead;
import io.kindling.spark.inference.BatchPredictor;
import io.kindling.spark.mllib.SparkMl;
import io.kindling.spark.params.ClassColumnParams;
import io.kindling.spark.params.HasClassWeights;
import java.util.List;
import java.util.OptionalInt;
import org.apache.spark.ml.attribute.Attribute;
import org.apache.spark.ml.attribute.NominalAttribute;
import org.apache.spark.ml.util.Identifiable;
import org.apache.spark.ml.util.MLReader;
import org.apache.spark.sql.types.StructType;

/**
 * Trains a network to tell classes apart, by parameter averaging across executors.
 *
 * <p>Features are a dense or sparse vector, a number or an array of numbers, in one column for each input of the network;
 * labels are class indices from 0. The network ends in one softmax output per class, or, for two classes, in one sigmoid output.
 *
 * <pre>{@code
 * NeuralNetworkClassificationModel model = new NeuralNetworkClassifier()
 *         .setNetwork(Sequential.of(Dense.of(64).activation("relu"), Dense.of(10).activation("softmax")))
 *         .setEpochs(10)
 *         .fit(train);
 * }</pre>
 */
public final class NeuralNetworkClassifier
        extends NetworkEstimator<NeuralNetworkClassificationModel, NeuralNetworkClassifier>
        implements ClassColumnParams<NeuralNetworkClassifier>, HasClassWeights<NeuralNetworkClassifier> {
    private static final long serialVersionUID = 1;

    /** Fewer classes than this are never taken for a mistake in the labels. */
    private static final int FEW_CLASSES = 100;

    public NeuralNetworkClassifier() {
        this(Identifiable.randomUID("neuralNetworkClassifier"));
    }

    public NeuralNetworkClassifier(String uid) {
        super(uid);
        setDefault(probabilityCol(), "probability");
        setDefault(rawPredictionCol(), "rawPrediction");
    }

    @Override
    LabelRule labelRule() {
        return LabelRule.anyClass();
    }

    @Override
    ClassWeights weightsOfClasses() {
        return isDefined(classWeights()) ? ClassWeights.of(getClassWeights()) : ClassWeights.NONE;
    }

    @Override
    LabelFacts labelFacts(TrainingData data) {
        return LabelFacts.ofClasses();
    }

    @Override
    OutputHead head(StructType schema, TrainingData data) {
        return new OutputHead(OutputTask.MULTI_CLASS, classes(schema, data), List.of());
    }

    /** As many as the label column's metadata names, else one more than the largest label. */
    private int classes(StructType schema, TrainingData data) {
        OptionalInt named = namedClasses(schema);
        if (named.isPresent()) {
            return Math.max(2, named.getAsInt());
        }
        double classes = data.largestLabel() + 1;
        if (classes > Math.max(FEW_CLASSES, data.rows())) {
            throw new BadDataException(
                    "The column '" + getLabelCol() + "' of labels must hold class indices 0, 1, 2, …."
                            + " Its largest is " + (long) data.largestLabel() + ", more than there are rows ("
                            + data.rows() + "); a StringIndexer turns other numbers into class indices.");
        }
        return Math.max(2, (int) classes);
    }

    private OptionalInt namedClasses(StructType schema) {
        Attribute attribute = Attribute.fromStructField(schema.apply(getLabelCol()));
        if (attribute instanceof NominalAttribute nominal
                && nominal.getNumValues().isDefined()) {
            return OptionalInt.of((int) nominal.getNumValues().get());
        }
        return OptionalInt.empty();
    }

    @Override
    void requireFit(NetworkPlan network, TrainingData data) {
        int outputs = network.output().size();
        int classes = outputs == 1 ? 2 : outputs;
        Activation last = network.outputActivation();
        boolean fits = outputs == 1 ? last instanceof Sigmoid : last instanceof Softmax || last instanceof Sigmoid;
        if (network.output().rank() != 1 || !fits) {
            throw new KindlingException("The last layer of a classifier needs one softmax output per class, or"
                    + " a single sigmoid output for two. '" + network.last().name() + "' gives " + network.output()
                    + " after " + Activation.registry().format(last) + ".");
        }
        if (data.largestLabel() >= classes) {
            throw new BadDataException("The column '" + getLabelCol() + "' of labels must hold class indices from 0 to "
                    + (classes - 1) + ", because the last layer of the network, '"
                    + network.last().name() + "', has " + outputs + (outputs == 1 ? " output" : " outputs")
                    + ". Received: " + (long) data.largestLabel() + ".");
        }
        if (isDefined(thresholds()) && getThresholds().length != classes) {
            throw new KindlingException("thresholds needs one number per class, " + classes + ". Received: "
                    + getThresholds().length + ".");
        }
        if (isDefined(classWeights()) && getClassWeights().length != classes) {
            throw new KindlingException("classWeights needs one number per class, " + classes + ". Received: "
                    + getClassWeights().length + ".");
        }
    }

    @Override
    Loss defaultLoss(NetworkPlan network) {
        boolean sigmoid = network.outputActivation() instanceof Sigmoid;
        return ActivationGuide.forOutput(sigmoid ? OutputTask.BINARY : OutputTask.MULTI_CLASS)
                .loss()
                .orElseThrow();
    }

    @Override
    NeuralNetworkClassificationModel createModel(TrainedNetwork trained) {
        return new NeuralNetworkClassificationModel(uid(), trained);
    }

    @Override
    public StructType transformSchema(StructType schema) {
        return BatchPredictor.extended(super.transformSchema(schema), outputColumns(2));
    }

    public static MLReader<NeuralNetworkClassifier> read() {
        return SparkMl.reader(NeuralNetworkClassifier.class, NeuralNetworkClassifier::new);
    }

    public static NeuralNetworkClassifier load(String path) {
        return read().load(path);
    }
}
