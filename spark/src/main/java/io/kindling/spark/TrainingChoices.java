package io.kindling.spark;

import io.kindling.activations.Selu;
import io.kindling.engine.Training;
import io.kindling.engine.WeightRules;
import io.kindling.errors.KindlingException;
import io.kindling.guide.ActivationGuide;
import io.kindling.guide.Advice;
import io.kindling.guide.HiddenPlace;
import io.kindling.layers.Layer;
import io.kindling.layers.core.Dense;
import io.kindling.losses.Loss;
import io.kindling.models.Network;
import io.kindling.models.NetworkPlan;
import io.kindling.models.Sequential;
import io.kindling.spark.data.TrainingData;
import io.kindling.spark.defaults.FeatureAttributes;
import io.kindling.spark.defaults.OutputHead;
import io.kindling.spark.defaults.Standardization;
import io.kindling.spark.defaults.TableRecipe;
import io.kindling.spark.params.TrainingParams;
import io.kindling.spark.training.KindlingEngine;
import io.kindling.spark.training.TrainingListener;
import io.kindling.tables.DenseNetwork;
import io.kindling.tables.TableColumn;
import io.kindling.tensor.Shape;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.types.StructType;

/** What an estimator trains and how: what is set and, where nothing is, what the rows call for. */
final class TrainingChoices {
    private final TrainingParams<?> params;

    TrainingChoices(TrainingParams<?> params) {
        this.params = params;
    }

    /** Whether the network is a person's own. */
    boolean isOwnNetwork() {
        return params.isDefined(params.network());
    }

    /** Whether nothing is said about the network, so that the {@link TableRecipe} decides on everything that is not set. */
    boolean followsRecipe() {
        return !isOwnNetwork()
                && !params.isSet(params.hiddenLayers())
                && !params.isSet(params.hiddenActivation())
                && params.getEngine().equals(KindlingEngine.NAME);
    }

    /** Whether a part of the rows is kept back to tell how long to train, as nothing else is said about validation. */
    boolean keepsBack(long rows) {
        return followsRecipe()
                && !params.isDefined(params.validationFraction())
                && !params.isDefined(params.validationIndicatorCol())
                && TableRecipe.canKeepBack(rows);
    }

    /** The network, its input stated. */
    Network network(StructType schema, TrainingData data, OutputHead head) {
        Shape features = data.features().get(0);
        if (isOwnNetwork()) {
            Network own = params.getNetwork();
            return params.isSet(params.standardization()) && params.getStandardization()
                    ? standardized(own, data)
                    : own.withInput(features);
        }
        List<TableColumn> columns = FeatureAttributes.columns(schema.apply(params.getFeaturesCol()), features.size());
        if (followsRecipe()) {
            return TableRecipe.network(columns, data, head, params.getSeed());
        }
        // Another engine need not know the layer that scales.
        boolean scales = params.getStandardization()
                && (params.isSet(params.standardization()) || params.getEngine().equals(KindlingEngine.NAME));
        List<TableColumn> scaled =
                scales ? Standardization.of(columns, data.moments().features()) : columns;
        return new DenseNetwork(scaled, hidden(head)).network();
    }

    private static Network standardized(Network own, TrainingData data) {
        if (!(own instanceof Sequential sequential)
                || data.features().size() > 1
                || sequential.inputShape().map(Shape::rank).orElse(1) > 1) {
            throw new KindlingException("standardization is for a network of layers one after the other that takes a"
                    + " vector. Set it to false, and put Normalization layers into the network where they belong.");
        }
        List<Layer> above = sequential.inputShape().isPresent()
                ? sequential.layers().subList(1, sequential.layers().size())
                : sequential.layers();
        List<TableColumn> numbers = Collections.nCopies(data.features().get(0).size(), TableColumn.Numeric.UNSCALED);
        return new DenseNetwork(Standardization.of(numbers, data.moments().features()), above).network();
    }

    /** Hidden layers as the params say, then an output layer for the task, both started as the guide says. */
    private List<Layer> hidden(OutputHead head) {
        HiddenPlace place =
                params.getHiddenActivation() instanceof Selu ? HiddenPlace.SELF_NORMALIZING : HiddenPlace.ORDINARY;
        Advice hidden = ActivationGuide.forHidden(place);
        List<Layer> layers = new ArrayList<>();
        for (int units : params.getHiddenLayers()) {
            layers.add(
                    Dense.of(units).activation(params.getHiddenActivation()).kernelInitializer(hidden.initializer()));
        }
        layers.addAll(head.layers());
        return layers;
    }

    /** How many workers share the rows. */
    int workers(int parallelism, long rows, TrainingListener listener) {
        boolean wasAsked = params.isDefined(params.numWorkers());
        int wanted = wasAsked ? params.getNumWorkers() : parallelism;
        return followsRecipe() ? TableRecipe.workers(wanted, wasAsked, rows, listener) : wanted;
    }

    /** How a network is trained on so many rows. */
    Training training(NetworkPlan plan, Loss loss, int workers, long rows) {
        boolean recipe = followsRecipe();
        WeightRules rules = new WeightRules(
                params.isDefined(params.learningRateFactors()) ? params.getLearningRateFactors() : Map.of(),
                params.isDefined(params.noWeightDecay())
                        ? List.of(params.getNoWeightDecay())
                        : recipe ? TableRecipe.noWeightDecay(plan) : List.of());
        rules.settings(plan);
        return new Training(
                loss,
                params.isSet(params.optimizer())
                        ? params.getOptimizer()
                        : recipe ? TableRecipe.optimizer(plan, rows) : WorkerDefaults.optimizer(workers),
                epochs(rows),
                params.isSet(params.batchSize())
                        ? params.getBatchSize()
                        : recipe ? TableRecipe.batchSize(rows) : WorkerDefaults.batchSize(workers),
                params.getShuffle(),
                params.getSeed(),
                rules);
    }

    private int epochs(long rows) {
        return params.isSet(params.epochs()) || !followsRecipe() ? params.getEpochs() : TableRecipe.epochs(rows);
    }

    /** Epochs without a better one after which training stops; 0 for never. */
    int patience(NetworkPlan plan, long rows) {
        if (params.isDefined(params.patience())) {
            return params.getPatience();
        }
        return followsRecipe() ? TableRecipe.patience(plan, epochs(rows)) : 0;
    }
}
