package io.kindling.dl4j;

import io.kindling.activations.Linear;
import io.kindling.dl4j.graph.Arrangement;
import io.kindling.dl4j.graph.Counterpart;
import io.kindling.dl4j.graph.Translation;
import io.kindling.dl4j.graph.Value;
import io.kindling.dl4j.graph.Vertices;
import io.kindling.dl4j.layers.ActivationFunctions;
import io.kindling.dl4j.layers.Translators;
import io.kindling.dl4j.training.LossFunctions;
import io.kindling.dl4j.training.Updaters;
import io.kindling.engine.Training;
import io.kindling.errors.KindlingException;
import io.kindling.layers.Layer;
import io.kindling.layers.core.ActivationLayer;
import io.kindling.layers.core.AppliedActivation;
import io.kindling.losses.Loss;
import io.kindling.models.LayerPlan;
import io.kindling.models.NetworkPlan;
import java.util.ArrayList;
import java.util.List;
import org.deeplearning4j.nn.conf.ComputationGraphConfiguration;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.layers.LossLayer;
import org.nd4j.linalg.activations.impl.ActivationIdentity;

/** Goes through the layers of a network, each after those it is fed by, and translates each. */
final class NetworkTranslation {
    private final NetworkPlan plan;
    private final Training training;
    private final Vertices vertices;
    /** What the layers so far give. */
    private final List<Value> values = new ArrayList<>();

    private NetworkTranslation(NetworkPlan plan, Training training) {
        this.plan = plan;
        this.training = training;
        this.vertices = new Vertices(new NeuralNetConfiguration.Builder()
                .seed(training.seed())
                .updater(Updaters.of(training.optimizer()))
                .activation(new ActivationIdentity())
                .graphBuilder());
    }

    /**
     * The network with its loss and its optimizer.
     *
     * @throws KindlingException if DL4J has no counterpart for something
     */
    static Dl4jNetwork of(NetworkPlan plan, Training training) {
        return new NetworkTranslation(plan, training).translated();
    }

    private Dl4jNetwork translated() {
        int last = plan.layers().size() - 1;
        for (int i = 0; i < last; i++) {
            LayerPlan layer = plan.layers().get(i);
            Value value = layer.isInput()
                    ? vertices.addInput(layer.name(), layer.output().size())
                    : translate(i, layer.layer()).value();
            values.add(isReadByOne(i) ? value : value.shared());
        }
        ComputationGraphConfiguration configuration =
                vertices.build(withLoss(last).vertex());
        return new Dl4jNetwork(plan, configuration, vertices.copies());
    }

    private boolean isReadByOne(int position) {
        return plan.layers().stream()
                        .flatMap(layer -> layer.from().stream())
                        .filter(source -> source == position)
                        .count()
                == 1;
    }

    /** Adds the vertices of a layer, as if it were a certain one. */
    private Translation translate(int position, Layer as) {
        LayerPlan layer = plan.layers().get(position);
        List<Value> inputs = layer.from().stream().map(values::get).toList();
        Translation translation = new Translation(
                vertices, layer.name(), inputs, plan.parameters().of(layer), training.batchSize());
        naming(position, () -> {
            requireOwnWeights(position);
            Translators.translate(as, layer.inputs(), translation);
        });
        return translation;
    }

    private void requireOwnWeights(int position) {
        LayerPlan layer = plan.layers().get(position);
        boolean again = plan.layers().subList(0, position).stream()
                .anyMatch(earlier -> earlier.name().equals(layer.name()));
        Counterpart.require(layer.weights().isEmpty() || !again, "weights of a layer that is applied several times");
    }

    /** The last activation belongs to the loss, as in {@link io.kindling.engine.BoundNetwork}. */
    private Value withLoss(int last) {
        Layer layer = plan.last().layer();
        Translation translation = translate(last, withoutActivation(layer));
        naming(last, () -> ActivationFunctions.of(layer.outputActivation()));
        Loss loss = training.loss();
        Arrangement rows = Arrangement.rows(plan.output().last());
        translation.add(
                new LossLayer.Builder(LossFunctions.of(loss, plan))
                        .activation(ActivationFunctions.of(layer.outputActivation()))
                        .build(),
                rows,
                rows);
        return translation.value();
    }

    private static Layer withoutActivation(Layer layer) {
        return layer instanceof AppliedActivation
                ? ActivationLayer.of(new Linear())
                : layer.parts().get(0);
    }

    /** Does something whose errors say where in the network they are. */
    private void naming(int position, Runnable translation) {
        LayerPlan layer = plan.layers().get(position);
        try {
            translation.run();
        } catch (KindlingException missing) {
            throw new KindlingException(
                    "Layer " + position + ", '" + layer.name() + "' (" + layer.className() + "): "
                            + missing.getMessage(),
                    missing);
        }
    }
}
