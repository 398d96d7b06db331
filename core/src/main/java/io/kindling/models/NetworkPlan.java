package io.kindling.models;

import io.kindling.activations.Activation;
import io.kindling.errors.KindlingException;
import io.kindling.layers.Layer;
import io.kindling.layers.NamedLayer;
import io.kindling.layers.WeightSpec;
import io.kindling.random.RandomKey;
import io.kindling.tensor.Shape;
import java.util.ArrayList;
import java.util.List;

/**
 * A network whose shapes are known: every layer with its name, its inputs and output, its weights, and what runs.
 *
 * @param layers each after those it is fed by; the last gives the output
 * @param parameters where their weights lie
 * @param operations what runs, in that order
 */
public record NetworkPlan(List<LayerPlan> layers, ParameterLayout parameters, List<Operation> operations) {

    public NetworkPlan {
        layers = List.copyOf(layers);
        operations = List.copyOf(operations);
    }

    /** Of layers, each after those it is fed by. */
    static NetworkPlan of(List<LayerPlan> layers) {
        return new NetworkPlan(layers, ParameterLayout.of(layers), Lowering.of(layers));
    }

    /** Of layers, each fed by the one before it. */
    static NetworkPlan of(Sequential network, Shape input) {
        List<NamedLayer> layers = network.layers().stream().map(NamedLayer::of).toList();
        List<String> names = LayerNames.of(layers);
        List<LayerPlan> plans = new ArrayList<>();
        List<Shape> shapes = List.of(input);
        for (NamedLayer named : layers) {
            Layer layer = named.layer();
            String className = Layers.registry().nameOf(layer);
            String name = names.get(plans.size());
            try {
                Shape output = layer.outputShape(shapes);
                List<Integer> from = plans.isEmpty() ? List.of() : List.of(plans.size() - 1);
                plans.add(new LayerPlan(name, className, layer, from, shapes, output, weights(named, shapes)));
                shapes = List.of(output);
            } catch (KindlingException refused) {
                throw new KindlingException(
                        "Layer " + plans.size() + ", '" + name + "' (" + className + "): " + refused.getMessage(),
                        refused);
            }
        }
        return of(plans);
    }

    /** The weights of a layer, as it is trained or not. */
    static List<WeightSpec> weights(NamedLayer layer, List<Shape> inputs) {
        List<WeightSpec> weights = layer.layer().weights(inputs);
        return layer.trainable()
                ? weights
                : weights.stream().map(WeightSpec::frozen).toList();
    }

    /** The inputs, in the order in which their values lie in the features of an example. */
    public List<LayerPlan> inputs() {
        return layers.stream().filter(LayerPlan::isInput).toList();
    }

    /** The names of the inputs. */
    public List<String> inputNames() {
        return inputs().stream().map(LayerPlan::name).toList();
    }

    /** The number of values in each input of one example. */
    public List<Integer> inputSizes() {
        return inputs().stream().map(input -> input.output().size()).toList();
    }

    /** The number of values in all inputs of one example. */
    public int features() {
        return inputs().stream().mapToInt(input -> input.output().size()).reduce(0, Math::addExact);
    }

    /** The shape of one example of a network with one input. */
    public Shape input() {
        return inputs().get(0).output();
    }

    /** The shape of the output for one example. */
    public Shape output() {
        return layers.get(layers.size() - 1).output();
    }

    /** The last layer, whose activation a loss may take over. */
    public LayerPlan last() {
        return layers.get(layers.size() - 1);
    }

    /**
     * The activation that makes its output: that of the last layer, or of the one before it if the last only gives the mean
     * of the members of an ensemble.
     */
    public Activation outputActivation() {
        LayerPlan end = last();
        while (end.layer().averagesMembers()) {
            end = layers.get(end.from().get(0));
        }
        return end.layer().outputActivation();
    }

    /** The number of values that gradients change. */
    public int trainableCount() {
        return parameters.trainableCount();
    }

    /** The number of values that training changes by other means. */
    public int nonTrainableCount() {
        return parameters.nonTrainableCount();
    }

    /** Brings the weights that have a limit back to it; called after every step, and after every averaging. */
    public void constrain(float[] trainable) {
        for (List<ParameterLayout.Parameter> ofLayer : parameters.layers().values()) {
            for (ParameterLayout.Parameter parameter : ofLayer) {
                WeightSpec weight = parameter.spec();
                weight.constraint().ifPresent(limit -> limit.apply(trainable, parameter.offset(), weight.shape()));
            }
        }
    }

    /** The weights a training starts from, each drawn from the seed and its place. */
    public Weights initialWeights(long seed) {
        Weights weights = new Weights(new float[trainableCount()], new float[nonTrainableCount()]);
        RandomKey key = RandomKey.of(seed);
        int position = 0;
        for (ParameterLayout.Parameter parameter : parameters.all()) {
            WeightSpec weight = parameter.spec();
            weight.initializer()
                    .fill(parameter.vector(weights), parameter.offset(), weight.shape(), key.with(position++));
        }
        return weights;
    }
}
