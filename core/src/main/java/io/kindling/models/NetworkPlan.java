package io.kindling.models;

import io.kindling.layers.Layer;
import io.kindling.layers.WeightSpec;
import io.kindling.random.RandomKey;
import io.kindling.tensor.Shape;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

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

    static NetworkPlan of(Sequential network, Shape input) {
        List<LayerPlan> plans = new ArrayList<>();
        Map<String, Integer> seen = new HashMap<>();
        List<Shape> shapes = List.of(input);
        for (Layer layer : network.layers()) {
            String className = Layers.registry().nameOf(layer);
            String name = uniqueName(className, seen);
            try {
                Shape output = layer.outputShape(shapes);
                List<Integer> from = plans.isEmpty() ? List.of() : List.of(plans.size() - 1);
                plans.add(new LayerPlan(name, className, layer, from, shapes, output, layer.weights(shapes)));
                shapes = List.of(output);
            } catch (IllegalArgumentException refused) {
                throw new IllegalArgumentException(
                        "Layer " + plans.size() + ", '" + name + "' (" + className + "): " + refused.getMessage(),
                        refused);
            }
        }
        return of(plans);
    }

    /** Keras' naming: the class in snake case, numbered from the second on. */
    private static String uniqueName(String className, Map<String, Integer> seen) {
        String base = className.replaceAll("(?<=[a-z0-9])(?=[A-Z])", "_").toLowerCase(Locale.ROOT);
        int count = seen.merge(base, 1, Integer::sum);
        return count == 1 ? base : base + "_" + (count - 1);
    }

    /** The inputs, in the order in which their values lie in the features of an example. */
    public List<LayerPlan> inputs() {
        return layers.stream().filter(LayerPlan::isInput).toList();
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
                if (weight.constraint() != null) {
                    weight.constraint().apply(trainable, parameter.offset(), weight.shape());
                }
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
