package io.kindling.spark;

import io.kindling.engine.TrainedNetwork;
import io.kindling.engine.Training;
import io.kindling.engine.WeightTransfer;
import io.kindling.errors.KindlingException;
import io.kindling.guide.ActivationGuide;
import io.kindling.guide.HiddenPlace;
import io.kindling.guide.LabelFacts;
import io.kindling.losses.Loss;
import io.kindling.models.LayerPlan;
import io.kindling.models.Network;
import io.kindling.models.NetworkPlan;
import io.kindling.models.Weights;
import io.kindling.optimizers.Adam;
import io.kindling.spark.checkpoint.CheckpointDirectory;
import io.kindling.spark.checkpoint.CheckpointMismatchException;
import io.kindling.spark.checkpoint.CheckpointMode;
import io.kindling.spark.checkpoint.CheckpointSettings;
import io.kindling.spark.checkpoint.Checkpoints;
import io.kindling.spark.data.BadDataException;
import io.kindling.spark.data.ClassWeights;
import io.kindling.spark.data.LabelRule;
import io.kindling.spark.data.RowColumns;
import io.kindling.spark.data.TrainingData;
import io.kindling.spark.defaults.LabelScale;
import io.kindling.spark.defaults.OutputHead;
import io.kindling.spark.defaults.TableRecipe;
import io.kindling.spark.files.LeaseHeldException;
import io.kindling.spark.mllib.ModelReader;
import io.kindling.spark.mllib.SparkMl;
import io.kindling.spark.params.TrainingParams;
import io.kindling.spark.training.AveragingFrequency;
import io.kindling.spark.training.AveragingPlan;
import io.kindling.spark.training.KindlingEngine;
import io.kindling.spark.training.Monitor;
import io.kindling.spark.training.OptimizerState;
import io.kindling.spark.training.OuterOptimizer;
import io.kindling.spark.training.TrainingEngine;
import io.kindling.spark.training.TrainingEngines;
import io.kindling.spark.training.TrainingInterruptedException;
import io.kindling.spark.training.TrainingListener;
import io.kindling.spark.training.Validation;
import io.kindling.tensor.Shape;
import java.util.List;
import java.util.Optional;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.ml.Estimator;
import org.apache.spark.ml.Model;
import org.apache.spark.ml.param.ParamMap;
import org.apache.spark.ml.util.DefaultParamsWritable;
import org.apache.spark.ml.util.MLWriter;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.StructType;
import org.slf4j.LoggerFactory;

/**
 * What the estimators of networks share: their params, and how a fit goes. Subclasses say what is particular to their
 * task.
 *
 * @param <M> the fitted model
 * @param <S> the estimator itself
 */
public abstract class NetworkEstimator<M extends Model<M>, S extends NetworkEstimator<M, S>> extends Estimator<M>
        implements TrainingParams<S>, DefaultParamsWritable {
    private static final long serialVersionUID = 1;

    /** What the input of a network is called that has none stated. */
    private static final List<String> UNSTATED_INPUT = List.of("input_layer");

    private final String uid;
    private transient TrainingListener listener = TrainingListener.NONE;
    /** Validators fit copies, one for each fold and each combination of params. */
    private transient boolean isCopy;
    /** Empty for the one that a param names, if any. */
    private transient Optional<TrainedNetwork> start = Optional.empty();

    NetworkEstimator(String uid) {
        this.uid = uid;
        setDefault(featuresCol(), "features");
        setDefault(labelCol(), "label");
        setDefault(predictionCol(), "prediction");
        setDefault(hiddenLayers(), new int[] {64, 32});
        setDefault(standardization(), true);
        setDefault(
                hiddenActivation(),
                ActivationGuide.forHidden(HiddenPlace.ORDINARY).activation());
        setDefault(optimizer(), Adam.of());
        setDefault(epochs(), 10);
        setDefault(batchSize(), 32);
        setDefault(averagingFrequency(), new AveragingFrequency.Auto());
        setDefault(optimizerState(), OptimizerState.AVERAGE);
        setDefault(outerOptimizer(), OuterOptimizer.AVERAGE);
        setDefault(checkpointInterval(), 20);
        setDefault(checkpointMode(), CheckpointMode.RESUME);
        setDefault(monitor(), "val_loss");
        setDefault(minDelta(), 0.0);
        setDefault(restoreBestWeights(), true);
        setDefault(engine(), KindlingEngine.NAME);
        setDefault(shuffle(), true);
        setDefault(seed(), 0L);
    }

    /** Which labels are valid. */
    abstract LabelRule labelRule();

    /** Factors on the weights of rows; none unless a task has classes. */
    ClassWeights weightsOfClasses(Dataset<?> training) {
        return ClassWeights.NONE;
    }

    /** What the guide to activations should know of the labels. */
    abstract LabelFacts labelFacts(TrainingData data);

    /** How a network for the data ends, where none is set. */
    abstract OutputHead head(StructType schema, TrainingData data);

    /** Whether a network that is built here is trained on labels of mean 0 and deviation 1. */
    boolean scalesLabels() {
        return false;
    }

    /**
     * Refuses a network that does not fit the task or the labels.
     *
     * @throws KindlingException saying what its last layer must be
     */
    abstract void requireFit(NetworkPlan network, TrainingData data);

    /** The loss that goes with a network, where none is set. */
    abstract Loss defaultLoss(NetworkPlan network);

    /** How labels are scaled, if they are. */
    LabelScale labelScale(TrainingData data) {
        return LabelScale.of(data.moments().labels());
    }

    /** Refuses params that need rows to validate with, where there are none. */
    void requireValidation(boolean there) {}

    /** What is still done to a trained network, measured on the rows it was validated with; nothing, for most. */
    TrainedNetwork finished(
            TrainedNetwork trained, TrainingData data, Optional<Validation> validation, JavaSparkContext context) {
        return trained;
    }

    /** The fitted model, which knows of the labels what their column says. */
    abstract M createModel(TrainedNetwork trained, StructType schema);

    /** Tells a listener on the driver how training goes; not a param, and not saved. */
    public S setListener(TrainingListener listener) {
        this.listener = listener;
        return self();
    }

    /** Goes on from a fitted model; not a param, and not saved. */
    public S setInitialModel(NetworkModel<?> model) {
        start = Optional.of(model.trainedNetwork());
        return self();
    }

    @Override
    public String uid() {
        return uid;
    }

    /**
     * Trains on a data set. What is unusual about the network ({@link ActivationGuide#warnings}) is logged
     * first, and told to the listener.
     *
     * @throws BadDataException if a column is missing or a row cannot be used
     * @throws KindlingException if the network does not fit the data
     * @throws CheckpointMismatchException if {@code checkpointDir} holds another training that was interrupted
     * @throws LeaseHeldException if another process keeps its checkpoints in {@code checkpointDir} right now
     * @throws TrainingInterruptedException if the thread was interrupted, as it is still marked then; where the training
     *     stood is in a checkpoint if {@code checkpointDir} is set
     */
    @Override
    public M fit(Dataset<?> dataset) {
        transformSchema(dataset.schema());
        TrainingEngine engine = TrainingEngines.named(getEngine());
        TrainingChoices choices = new TrainingChoices(this);
        ValidationSplit split = ValidationSplit.of(dataset, this, choices.followsRecipe(), getSeed());
        ClassWeights weights = weightsOfClasses(split.training());
        try (TrainingData data = read(split.training(), weights)) {
            if (split.validation().isPresent()) {
                try (TrainingData validation = read(split.validation().get(), weights)) {
                    return fit(dataset, engine, choices, data, Optional.of(validation));
                }
            }
            if (choices.keepsBack(data.rows())) {
                TrainingData.Split parts = data.split(TableRecipe.KEPT_BACK, getSeed());
                try (TrainingData keptBack = parts.keptBack()) {
                    return fit(dataset, engine, choices, parts.training(), Optional.of(keptBack));
                }
            }
            return fit(dataset, engine, choices, data, Optional.empty());
        } catch (TrainingInterruptedException stopped) {
            // Only now, as giving back what was cached may not be interrupted.
            Thread.currentThread().interrupt();
            throw stopped;
        }
    }

    private M fit(
            Dataset<?> dataset,
            TrainingEngine engine,
            TrainingChoices choices,
            TrainingData data,
            Optional<TrainingData> validation) {
        requireValidation(validation.isPresent());
        Network network = network(choices, dataset.schema(), data);
        NetworkPlan plan = network.plan();
        requireFeatures(plan, data);
        requireFit(plan, data);
        validation.ifPresent(rows -> {
            requireFeatures(plan, rows);
            requireFit(plan, rows);
        });
        Loss loss = isDefined(loss()) ? getLoss() : defaultLoss(plan);
        loss.requireOutputs(plan.output().last());
        for (String warning : ActivationGuide.warnings(plan, loss, labelFacts(data))) {
            LoggerFactory.getLogger(getClass()).warn(warning);
            listener.noticed("warning: " + warning);
        }
        JavaSparkContext context =
                JavaSparkContext.fromSparkContext(dataset.sparkSession().sparkContext());
        int workers = choices.workers(context.defaultParallelism(), data.rows(), listener);
        Training training = choices.training(plan, loss, workers, data.rows());
        Optional<LabelScale> scale =
                scalesLabels() && !choices.isOwnNetwork() ? Optional.of(labelScale(data)) : Optional.empty();
        AveragingPlan averaging = new AveragingPlan(
                workers,
                getAveragingFrequency(),
                getOptimizerState(),
                getOuterOptimizer(),
                scaled(validation, scale).map(rows -> validation(rows, choices.patience(plan, data.rows()))),
                checkpoints(context),
                initialWeights(plan));
        TrainedNetwork trained = engine.trainer(context, averaging)
                .train(network, training, scaled(Optional.of(data), scale).orElseThrow(), listener);
        TrainedNetwork result = scale.map(
                        labels -> labels.broughtBack(trained, plan.output().size() / data.labels()))
                .orElse(trained);
        TrainedNetwork finished = finished(result, data, averaging.validation(), context);
        return copyValues(createModel(finished, dataset.schema()), ParamMap.empty())
                .setParent(this);
    }

    private static Optional<TrainingData> scaled(Optional<TrainingData> data, Optional<LabelScale> scale) {
        return data.map(rows -> scale.map(labels -> labels.scaled(rows)).orElse(rows));
    }

    private TrainingData read(Dataset<?> rows, ClassWeights weights) {
        return TrainingData.read(rows, rowColumns(), labelRule(), weights);
    }

    private Validation validation(TrainingData data, int patience) {
        return new Validation(data, Monitor.of(getMonitor()), getMinDelta(), patience, getRestoreBestWeights());
    }

    /** Those of the initial model, where there is one; what is taken over and what is not is logged. */
    private Optional<Weights> initialWeights(NetworkPlan plan) {
        Optional<TrainedNetwork> initial = isDefined(initialModel())
                ? Optional.of(ModelReader.network(getInitialModel(), SparkSession.active()))
                : start;
        return initial.map(trained -> {
            WeightTransfer transfer = WeightTransfer.of(trained, plan, getSeed());
            String told = "Training starts from " + transfer.taken().size() + " weights of the initial model: "
                    + transfer.taken() + "; these start anew: " + transfer.drawn() + ".";
            LoggerFactory.getLogger(getClass()).info(told);
            listener.noticed(told);
            return transfer.weights();
        });
    }

    private Optional<Checkpoints> checkpoints(JavaSparkContext context) {
        return isDefined(checkpointDir())
                ? Optional.of(new CheckpointDirectory(
                        new CheckpointSettings(
                                getCheckpointDir(), getCheckpointInterval(), getCheckpointMode(), isCopy),
                        context.hadoopConfiguration()))
                : Optional.empty();
    }

    private Network network(TrainingChoices choices, StructType schema, TrainingData data) {
        Network network = choices.network(schema, data, head(schema, data));
        return isDefined(frozenLayers()) ? network.freeze(List.of(getFrozenLayers())) : network;
    }

    private void requireFeatures(NetworkPlan plan, TrainingData data) {
        List<String> columns = rowColumns().features();
        for (int i = 0; i < columns.size(); i++) {
            requireFeatures(
                    plan.inputs().get(i), columns.get(i), data.features().get(i));
        }
        if (plan.trainableCount() == 0) {
            throw new KindlingException("The network has nothing to train: none of its layers has weights.");
        }
    }

    private static void requireFeatures(LayerPlan input, String column, Shape given) {
        Shape needed = input.output();
        boolean oneIsFlat = given.rank() == 1 || needed.rank() == 1;
        boolean agree = needed.equals(given) || oneIsFlat && needed.size() == given.size();
        if (!agree) {
            throw new KindlingException("The network takes " + needed.size()
                    + (needed.size() == 1 ? " feature" : " features") + " for its input '"
                    + input.name() + "' of shape " + needed + ". The column '" + column + "' has " + given.size()
                    + (given.rank() == 1 ? "." : ", in arrays of shape " + given + "."));
        }
    }

    private RowColumns rowColumns() {
        return new RowColumns(featureColumns(inputs()), getLabelCol(), isDefined(weightCol()) ? getWeightCol() : "");
    }

    /** The names of the network's inputs; one that does not state its input has a single one. */
    private List<String> inputs() {
        return isDefined(network()) && getNetwork().statesInput()
                ? getNetwork().plan().inputNames()
                : UNSTATED_INPUT;
    }

    /** Checks what {@link #fit} needs and adds what the model will. */
    @Override
    public StructType transformSchema(StructType schema) {
        rowColumns().requireIn(schema, labelRule());
        return schema;
    }

    @Override
    public MLWriter write() {
        return SparkMl.writer(this);
    }

    @Override
    public S copy(ParamMap extra) {
        S copy = defaultCopy(extra);
        NetworkEstimator<M, S> other = copy;
        other.isCopy = true;
        other.start = start;
        return copy.setListener(listener);
    }
}
