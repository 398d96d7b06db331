package io.kindling.spark;

import io.kindling.activations.Selu;
import io.kindling.engine.TrainedNetwork;
import io.kindling.engine.Training;
import io.kindling.engine.WeightRules;
import io.kindling.engine.WeightTransfer;
import io.kindling.errors.KindlingException;
import io.kindling.guide.ActivationGuide;
import io.kindling.guide.Advice;
import io.kindling.guide.HiddenPlace;
import io.kindling.guide.LabelFacts;
import io.kindling.guide.OutputTask;
import io.kindling.layers.Layer;
import io.kindling.layers.core.Dense;
import io.kindling.losses.Loss;
import io.kindling.models.LayerPlan;
import io.kindling.models.Network;
import io.kindling.models.NetworkPlan;
import io.kindling.models.Sequential;
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
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
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
    ClassWeights weightsOfClasses() {
        return ClassWeights.NONE;
    }

    /** What the guide to activations should know of the labels. */
    abstract LabelFacts labelFacts(TrainingData data);

    /** A network for the data, where none is set; its input may be left unstated. */
    abstract Sequential defaultNetwork(StructType schema, TrainingData data);

    /**
     * Refuses a network that does not fit the task or the labels.
     *
     * @throws KindlingException saying what its last layer must be
     */
    abstract void requireFit(NetworkPlan network, TrainingData data);

    /** The loss that goes with a network, where none is set. */
    abstract Loss defaultLoss(NetworkPlan network);

    abstract M createModel(TrainedNetwork trained);

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
        ValidationSplit split = ValidationSplit.of(dataset, this, getSeed());
        try (TrainingData data = read(split.training())) {
            if (split.validation().isEmpty()) {
                return fit(dataset, engine, data, Optional.empty());
            }
            try (TrainingData validation = read(split.validation().get())) {
                return fit(dataset, engine, data, Optional.of(validation));
            }
        } catch (TrainingInterruptedException stopped) {
            // Only now, as giving back what was cached may not be interrupted.
            Thread.currentThread().interrupt();
            throw stopped;
        }
    }

    private M fit(Dataset<?> dataset, TrainingEngine engine, TrainingData data, Optional<TrainingData> validation) {
        Network network = networkFor(dataset.schema(), data);
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
        Training training = training(loss, workers(context));
        training.weightRules().settings(plan);
        TrainedNetwork trained = engine.trainer(context, averagingPlan(context, validation, initialWeights(plan)))
                .train(network, training, data, listener);
        return copyValues(createModel(trained), ParamMap.empty()).setParent(this);
    }

    private int workers(JavaSparkContext context) {
        return isDefined(numWorkers()) ? getNumWorkers() : context.defaultParallelism();
    }

    private Training training(Loss loss, int workers) {
        return new Training(
                loss,
                isSet(optimizer()) ? getOptimizer() : WorkerDefaults.optimizer(workers),
                getEpochs(),
                isSet(batchSize()) ? getBatchSize() : WorkerDefaults.batchSize(workers),
                getShuffle(),
                getSeed(),
                new WeightRules(
                        isDefined(learningRateFactors()) ? getLearningRateFactors() : Map.of(),
                        isDefined(noWeightDecay()) ? List.of(getNoWeightDecay()) : List.of()));
    }

    private TrainingData read(Dataset<?> rows) {
        return TrainingData.read(rows, rowColumns(), labelRule(), weightsOfClasses());
    }

    private Validation validation(TrainingData data) {
        return new Validation(
                data,
                Monitor.of(getMonitor()),
                getMinDelta(),
                isDefined(patience()) ? getPatience() : 0,
                getRestoreBestWeights());
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

    private AveragingPlan averagingPlan(
            JavaSparkContext context, Optional<TrainingData> validationData, Optional<Weights> initialWeights) {
        return new AveragingPlan(
                workers(context),
                getAveragingFrequency(),
                getOptimizerState(),
                getOuterOptimizer(),
                validationData.map(this::validation),
                checkpoints(context),
                initialWeights);
    }

    private Optional<Checkpoints> checkpoints(JavaSparkContext context) {
        return isDefined(checkpointDir())
                ? Optional.of(new CheckpointDirectory(
                        new CheckpointSettings(
                                getCheckpointDir(), getCheckpointInterval(), getCheckpointMode(), isCopy),
                        context.hadoopConfiguration()))
                : Optional.empty();
    }

    private Network networkFor(StructType schema, TrainingData data) {
        Network network = statedNetwork(schema, data);
        return isDefined(frozenLayers()) ? network.freeze(List.of(getFrozenLayers())) : network;
    }

    private Network statedNetwork(StructType schema, TrainingData data) {
        return isDefined(network())
                ? getNetwork().withInput(data.features().get(0))
                : defaultNetwork(schema, data)
                        .withInput(Shape.of(data.features().get(0).size()));
    }

    /** Hidden layers as the params say, then an output layer for the task, both started as the guide says. */
    final Sequential defaultNetwork(int outputs, OutputTask task) {
        HiddenPlace place = getHiddenActivation() instanceof Selu ? HiddenPlace.SELF_NORMALIZING : HiddenPlace.ORDINARY;
        Advice hidden = ActivationGuide.forHidden(place);
        Advice output = ActivationGuide.forOutput(task);
        List<Layer> layers = new ArrayList<>();
        for (int units : getHiddenLayers()) {
            layers.add(Dense.of(units).activation(getHiddenActivation()).kernelInitializer(hidden.initializer()));
        }
        layers.add(Dense.of(outputs).activation(output.activation()).kernelInitializer(output.initializer()));
        return new Sequential(layers);
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
