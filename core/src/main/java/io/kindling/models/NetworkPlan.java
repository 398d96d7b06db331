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
 * A network whose shapes are known: every layer with its name, its input and output, its weights.
 *
 * @param layers in order
 * @param parameters where their weights lie
 */
public record NetworkPlan(List<LayerPlan> layers, ParameterLayout parameters) {

    public NetworkPlan {
        layers = List.copyOf(layers);
    }

    static NetworkPlan of(Sequential network, Shape input) {
        List<LayerPlan> plans = new ArrayList<>();
        Map<String, Integer> seen = new HashMap<>();
        Shape shape = input;
        for (Layer layer : network.layers()) {
            String className = Layers.registry().nameOf(layer);
            String name = uniqueName(className, seen);
            try {
                Shape output = layer.outputShape(shape);
                plans.add(new LayerPlan(name, className, layer, shape, output, layer.weights(shape)));
                shape = output;
            } catch (IllegalArgumentException refused) {
                throw new IllegalArgumentException(
                        "Layer " + plans.size() + ", '" + name + "' (" + className + "): " + refused.getMessage(),
                        refused);
            }
        }
        return new NetworkPlan(plans, ParameterLayout.of(plans));
    }

    /** Keras' naming: the class in snake case, numbered from the second on. */
    private static String uniqueName(String className, Map<String, Integer> seen) {
        String base = className.replaceAll("(?<=[a-z0-9])(?=[A-Z])", "_").toLowerCase(Locale.ROOT);
        int count = seen.merge(base, 1, Integer::sum);
        return count == 1 ? base : base + "_" + (count - 1);
    }

    /** The shape of one example. */
    public Shape input() {
        return layers.get(0).input();
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
