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
import io.kindling.spark.inference.ClassAttributes;
import io.kindling.spark.mllib.SparkMl;
import io.kindling.spark.params.ClassColumnParams;
import io.kindling.spark.params.HasCalibrate;
import io.kindling.spark.params.HasClassWeights;
import io.kindling.spark.training.Validation;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.ml.attribute.Attribute;
import org.apache.spark.ml.attribute.NominalAttribute;
import org.apache.spark.ml.util.Identifiable;
import org.apache.spark.ml.util.MLReader;
import org.apache.spark.sql.Dataset;
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
        implements ClassColumnParams<NeuralNetworkClassifier>,
                HasClassWeights<NeuralNetworkClassifier>,
                HasCalibrate<NeuralNetworkClassifier> {
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
        setDefault(balanceClasses(), false);
        setDefault(calibrate(), false);
    }

    @Override
    LabelRule labelRule() {
        return LabelRule.anyClass();
    }

    @Override
    ClassWeights weightsOfClasses(Dataset<?> training) {
        if (!getBalanceClasses()) {
            return isDefined(classWeights()) ? ClassWeights.of(getClassWeights()) : ClassWeights.NONE;
        }
        if (isDefined(classWeights())) {
            throw new KindlingException(
                    "classWeights and balanceClasses both say how much classes count; only one can be set.");
        }
        return ClassWeights.balanced(training, getLabelCol());
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
        return labelAttribute(schema)
                .filter(nominal -> nominal.getNumValues().isDefined())
                .map(nominal -> OptionalInt.of((int) nominal.getNumValues().get()))
                .orElse(OptionalInt.empty());
    }

    private Optional<NominalAttribute> labelAttribute(StructType schema) {
        return Attribute.fromStructField(schema.apply(getLabelCol())) instanceof NominalAttribute nominal
                ? Optional.of(nominal)
                : Optional.empty();
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
        double[] thresholds = allThresholds();
        if (isDefined(threshold()) && classes != 2) {
            throw new KindlingException("threshold is for two classes. There are " + classes + ": set thresholds.");
        }
        if (thresholds.length > 0 && thresholds.length != classes) {
            throw new KindlingException(
                    "thresholds needs one number per class, " + classes + ". Received: " + thresholds.length + ".");
        }
        if (isDefined(classWeights()) && getClassWeights().length != classes) {
            throw new KindlingException("classWeights needs one number per class, " + classes + ". Received: "
                    + getClassWeights().length + ".");
        }
    }

    @Override
    void requireValidation(boolean there) {
        if (getCalibrate() && !there) {
            throw new KindlingException(
                    "calibrate needs rows to validate with: set validationFraction or validationIndicatorCol.");
        }
    }

    @Override
    TrainedNetwork finished(
            TrainedNetwork trained, TrainingData data, Optional<Validation> validation, JavaSparkContext context) {
        if (!getCalibrate()) {
            return trained;
        }
        return new Calibration(context, validation.orElseThrow(), trained).calibrated();
    }

    @Override
    Loss defaultLoss(NetworkPlan network) {
        boolean sigmoid = network.outputActivation() instanceof Sigmoid;
        return ActivationGuide.forOutput(sigmoid ? OutputTask.BINARY : OutputTask.MULTI_CLASS)
                .loss()
                .orElseThrow();
    }

    @Override
    NeuralNetworkClassificationModel createModel(TrainedNetwork trained, StructType schema) {
        NeuralNetworkClassificationModel model = new NeuralNetworkClassificationModel(uid(), trained);
        labelAttribute(schema)
                .filter(nominal -> nominal.values().isDefined())
                .ifPresent(nominal -> model.setClassNames(nominal.values().get()));
        return model;
    }

    @Override
    public StructType transformSchema(StructType schema) {
        return BatchPredictor.extended(super.transformSchema(schema), outputColumns(2, ClassAttributes.NONE));
    }

    public static MLReader<NeuralNetworkClassifier> read() {
        return SparkMl.reader(NeuralNetworkClassifier.class, NeuralNetworkClassifier::new);
    }

    public static NeuralNetworkClassifier load(String path) {
        return read().load(path);
    }
}
