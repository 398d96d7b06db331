package io.kindling.dl4j;

import io.kindling.dl4j.graph.ParameterCopy;
import io.kindling.engine.Training;
import io.kindling.engine.WeightRules;
import io.kindling.errors.KindlingException;
import io.kindling.models.NetworkPlan;
import io.kindling.models.Weights;
import java.util.List;
import org.deeplearning4j.nn.conf.ComputationGraphConfiguration;
import org.deeplearning4j.nn.graph.ComputationGraph;

/**
 * A network, its loss and its optimizer translated to Deeplearning4j, which then computes the same numbers.
 *
 * <p>It is given targets, and the examples of each input, as two-dimensional arrays: a row of row-major numbers for each
 * example, as the blocks of this project hold them. Random numbers, for dropout, are DL4J's own. Configurations go through
 * DL4J's JSON. <a href="https://github.com/deeplearning4j/deeplearning4j">Deeplearning4j</a> 1.0.0-M2.1.
 */
public final class Dl4jNetwork {
    private final NetworkPlan plan;
    private final ComputationGraphConfiguration configuration;
    private final List<ParameterCopy> copies;

    Dl4jNetwork(NetworkPlan plan, ComputationGraphConfiguration configuration, List<ParameterCopy> copies) {
        this.plan = plan;
        this.configuration = configuration;
        this.copies = List.copyOf(copies);
    }

    /**
     * Translates a network.
     *
     * @throws KindlingException if DL4J has no counterpart for a layer, an option, an activation, the loss or
     *     the optimizer: which one, and a layer's position and name
     */
    public static Dl4jNetwork of(NetworkPlan plan, Training training) {
        boolean frozen = plan.parameters().all().stream()
                .anyMatch(weight -> weight.spec().isFrozen());
        if (frozen || !training.weightRules().equals(WeightRules.NONE)) {
            throw new KindlingException("The dl4j engine trains all weights alike, so none can be frozen, nor have a"
                    + " learning rate or weight decay of its own.");
        }
        return NetworkTranslation.of(plan, training);
    }

    /** What DL4J builds the network from, also on other machines. */
    public ComputationGraphConfiguration configuration() {
        return configuration;
    }

    /** A DL4J network with these weights. */
    public ComputationGraph start(Weights weights) {
        ComputationGraph network = new ComputationGraph(configuration.clone());
        network.init();
        weightsTo(weights, network);
        return network;
    }

    /** Copies weights into a DL4J network of this configuration. */
    public void weightsTo(Weights weights, ComputationGraph network) {
        copies.forEach(copy -> copy.write(weights, network));
    }

    /** The weights of a DL4J network of this configuration. */
    public Weights weightsFrom(ComputationGraph network) {
        Weights weights = new Weights(new float[plan.trainableCount()], new float[plan.nonTrainableCount()]);
        copies.forEach(copy -> copy.read(network, weights));
        return weights;
    }
}
