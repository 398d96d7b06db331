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
import java.util.function.Predicate;

/**
 * A network whose shapes are known: every layer with its name, its input and output, its weights.
 *
 * @param layers in order
 */
public record NetworkPlan(List<LayerPlan> layers) {

    public NetworkPlan {
        layers = List.copyOf(layers);
    }

    static NetworkPlan of(Sequential network, Shape input) {
        List<LayerPlan> plans = new ArrayList<>();
        Map<String, Integer> seen = new HashMap<>();
        Shape shape = input;
        for (Layer layer : network.layers()) {
            String className = Layer.registry().nameOf(layer);
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
        return new NetworkPlan(plans);
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
        return count(WeightSpec::trainable);
    }

    /** The number of values that training changes by other means. */
    public int nonTrainableCount() {
        return count(weight -> !weight.trainable());
    }

    private int count(Predicate<WeightSpec> wanted) {
        long count = layers.stream()
                .flatMap(layer -> layer.weights().stream())
                .filter(wanted)
                .mapToLong(weight -> weight.shape().size())
                .sum();
        if (count > Integer.MAX_VALUE - 8) {
            throw new IllegalArgumentException(
                    "A network has at most " + (Integer.MAX_VALUE - 8) + " parameters. Received: " + count + ".");
        }
        return (int) count;
    }

    /** Brings the weights that have a limit back to it; called after every step, and after every averaging. */
    public void constrain(float[] trainable) {
        int offset = 0;
        for (LayerPlan layer : layers) {
            for (WeightSpec weight : layer.weights()) {
                if (weight.constraint() != null) {
                    weight.constraint().apply(trainable, offset, weight.shape());
                }
                offset += weight.trainable() ? weight.shape().size() : 0;
            }
        }
    }

    /** The weights a training starts from, each drawn from the seed and its place. */
    public Weights initialWeights(long seed) {
        float[] trainable = new float[trainableCount()];
        float[] nonTrainable = new float[nonTrainableCount()];
        int trainableOffset = 0;
        int nonTrainableOffset = 0;
        RandomKey key = RandomKey.of(seed);
        int position = 0;
        for (LayerPlan layer : layers) {
            for (WeightSpec weight : layer.weights()) {
                RandomKey weightKey = key.with(position++);
                if (weight.trainable()) {
                    weight.initializer().fill(trainable, trainableOffset, weight.shape(), weightKey);
                    trainableOffset += weight.shape().size();
                } else {
                    weight.initializer().fill(nonTrainable, nonTrainableOffset, weight.shape(), weightKey);
                    nonTrainableOffset += weight.shape().size();
                }
            }
        }
        return new Weights(trainable, nonTrainable);
    }
}
