package io.kindling.dl4j;

import io.kindling.activations.Activation;
import io.kindling.activations.Linear;
import io.kindling.engine.Training;
import io.kindling.engine.WeightRules;
import io.kindling.layers.Layer;
import io.kindling.layers.core.ActivationLayer;
import io.kindling.layers.core.AppliedActivation;
import io.kindling.losses.Loss;
import io.kindling.models.LayerPlan;
import io.kindling.models.NetworkPlan;
import io.kindling.models.Weights;
import io.kindling.tensor.Shape;
import java.util.List;
import java.util.function.Function;
import org.deeplearning4j.nn.conf.MultiLayerConfiguration;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.layers.LossLayer;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.nd4j.linalg.activations.impl.ActivationIdentity;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * A network, its loss and its optimizer in the words of Deeplearning4j, which then computes the same numbers.
 *
 * <p>It is given examples and targets as two-dimensional arrays: a row of row-major numbers for each example, as the
 * blocks of this project hold them. Random numbers, for dropout, are DL4J's own. Configurations go through DL4J's JSON.
 * <a href="https://github.com/deeplearning4j/deeplearning4j">Deeplearning4j</a> 1.0.0-M2.1.
 */
public final class Dl4jNetwork {
    private final NetworkPlan plan;
    private final MultiLayerConfiguration configuration;
    private final List<ParameterCopy> copies;

    private Dl4jNetwork(NetworkPlan plan, MultiLayerConfiguration configuration, List<ParameterCopy> copies) {
        this.plan = plan;
        this.configuration = configuration;
        this.copies = copies;
    }

    /**
     * Translates a network.
     *
     * @throws IllegalArgumentException if DL4J has no counterpart for a layer, an option, an activation, the loss or
     *     the optimizer: which one, and a layer's position and name
     */
    public static Dl4jNetwork of(NetworkPlan plan, Training training) {
        requireChain(plan);
        requireOrdinary(plan, training);
        Translation translation = new Translation(plan.input(), training.batchSize());
        for (int i = 0; i < plan.layers().size(); i++) {
            translate(i, plan, translation);
        }
        addLoss(plan, training.loss(), translation);
        NeuralNetConfiguration.ListBuilder builder = new NeuralNetConfiguration.Builder()
                .seed(training.seed())
                .updater(Updaters.of(training.optimizer()))
                .activation(new ActivationIdentity())
                .list();
        translation.layers().forEach(builder::layer);
        builder.setInputPreProcessors(translation.rearrangements());
        return new Dl4jNetwork(plan, builder.build(), translation.copies());
    }

    private static void requireOrdinary(NetworkPlan plan, Training training) {
        boolean frozen = plan.parameters().all().stream()
                .anyMatch(weight -> weight.spec().isFrozen());
        if (frozen || !training.weightRules().equals(WeightRules.NONE)) {
            throw new IllegalArgumentException(
                    "The dl4j engine trains all weights alike, so none can be frozen, nor have a"
                            + " learning rate or weight decay of its own.");
        }
    }

    private static void requireChain(NetworkPlan plan) {
        for (int i = 1; i < plan.layers().size(); i++) {
            LayerPlan layer = plan.layers().get(i);
            if (!layer.from().equals(List.of(i - 1))) {
                throw new IllegalArgumentException(
                        "The dl4j engine takes layers each fed by the one before it. Received '" + layer.name() + "' ("
                                + layer.className() + "), which is fed otherwise: use the engine kindling.");
            }
        }
    }

    /** The last activation belongs to the loss, as in {@link io.kindling.engine.BoundNetwork}. */
    private static void translate(int position, NetworkPlan plan, Translation translation) {
        LayerPlan layer = plan.layers().get(position);
        boolean last = position == plan.layers().size() - 1;
        Layer translated = last ? withoutActivation(layer.layer()) : layer.layer();
        translation.startLayer(plan.parameters().of(layer));
        try {
            Translators.translate(translated, layer.input(), translation);
            if (last) {
                ActivationFunctions.of(layer.layer().outputActivation());
            }
        } catch (IllegalArgumentException missing) {
            throw new IllegalArgumentException(
                    "Layer " + position + ", '" + layer.name() + "' (" + layer.className() + "): "
                            + missing.getMessage(),
                    missing);
        }
    }

    private static Layer withoutActivation(Layer layer) {
        if (layer instanceof AppliedActivation) {
            return ActivationLayer.of(new Linear());
        }
        return layer.parts().get(0);
    }

    private static void addLoss(NetworkPlan plan, Loss loss, Translation translation) {
        Activation activation = plan.last().layer().outputActivation();
        Shape output = plan.output();
        Arrangement rows = Arrangement.rows(output.last());
        translation.add(
                new LossLayer.Builder(LossFunctions.of(loss, plan))
                        .activation(ActivationFunctions.of(activation))
                        .build(),
                rows,
                rows);
    }

    /** What DL4J builds the network from, also on other machines. */
    public MultiLayerConfiguration configuration() {
        return configuration;
    }

    /** A DL4J network with these weights. */
    public MultiLayerNetwork start(Weights weights) {
        MultiLayerNetwork network = new MultiLayerNetwork(configuration.clone());
        network.init();
        weightsTo(weights, network);
        return network;
    }

    /** Copies weights into a DL4J network of this configuration. */
    public void weightsTo(Weights weights, MultiLayerNetwork network) {
        copies.forEach(copy -> copy.write(weights, network::getParam));
    }

    /** The weights of a DL4J network of this configuration. */
    public Weights weightsFrom(MultiLayerNetwork network) {
        return from(network::getParam);
    }

    /** What lies where the parameters lie: themselves, or their gradients. */
    Weights from(Function<String, INDArray> parameters) {
        Weights weights = new Weights(new float[plan.trainableCount()], new float[plan.nonTrainableCount()]);
        copies.forEach(copy -> copy.read(parameters, weights));
        return weights;
    }
}
