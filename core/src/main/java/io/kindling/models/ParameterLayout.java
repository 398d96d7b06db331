package io.kindling.models;

import io.kindling.errors.KindlingException;
import io.kindling.layers.WeightSpec;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Where each weight of a network lies: those that gradients change end to end in one vector, all others in another, both in
 * Keras' order.
 *
 * @param layers the weights of every layer by its name, in the order in which they lie
 * @param trainableCount how many values gradients change
 * @param nonTrainableCount how many values training changes by other means
 */
public record ParameterLayout(Map<String, List<Parameter>> layers, int trainableCount, int nonTrainableCount) {
    /** The longest array. */
    private static final int MOST = Integer.MAX_VALUE - 8;

    public ParameterLayout {
        layers = Collections.unmodifiableMap(new LinkedHashMap<>(layers));
    }

    /**
     * One weight in its place.
     *
     * @param name unique in the network, as in Keras: {@code dense_1/kernel}
     * @param spec what it is
     * @param offset where it starts in its vector
     */
    public record Parameter(String name, WeightSpec spec, int offset) {

        /** How many values it has. */
        public int size() {
            return spec.shape().size();
        }

        /** The vector it lies in. */
        public float[] vector(Weights weights) {
            return spec.trainable() ? weights.trainable() : weights.nonTrainable();
        }
    }

    /**
     * Lays out the weights of layers.
     *
     * @throws KindlingException if there are more than an array holds
     */
    static ParameterLayout of(List<LayerPlan> plans) {
        long trainable = 0;
        long nonTrainable = 0;
        Map<String, List<Parameter>> layers = new LinkedHashMap<>();
        for (LayerPlan plan : plans) {
            if (layers.containsKey(plan.name())) {
                // Another place with the same weights.
                continue;
            }
            List<Parameter> parameters = new ArrayList<>();
            for (WeightSpec spec : plan.weights()) {
                long offset = spec.trainable() ? trainable : nonTrainable;
                long end = offset + spec.shape().size();
                if (end > MOST) {
                    throw new KindlingException("A network has at most " + MOST
                            + " parameters. With those of the layer '" + plan.name() + "' there are " + end + ".");
                }
                parameters.add(new Parameter(plan.name() + "/" + spec.name(), spec, (int) offset));
                if (spec.trainable()) {
                    trainable = end;
                } else {
                    nonTrainable = end;
                }
            }
            layers.put(plan.name(), List.copyOf(parameters));
        }
        return new ParameterLayout(layers, (int) trainable, (int) nonTrainable);
    }

    /** All weights, in the order in which they lie. */
    public List<Parameter> all() {
        return layers.values().stream().flatMap(List::stream).toList();
    }

    /** The weights that gradients change, in the order in which they lie. */
    public List<Parameter> trainable() {
        return layers.values().stream()
                .flatMap(List::stream)
                .filter(parameter -> parameter.spec().trainable())
                .toList();
    }

    /** Where each weight that gradients change starts, and last where they all end: what an optimizer sees as variables. */
    public int[] starts() {
        return IntStream.concat(trainable().stream().mapToInt(Parameter::offset), IntStream.of(trainableCount))
                .toArray();
    }

    /** The weights of one layer, in the order in which it names them. */
    public List<Parameter> of(LayerPlan layer) {
        return layers.get(layer.name());
    }

    /**
     * The weight of a name.
     *
     * @param name such as {@code dense_1/kernel}
     * @throws KindlingException if there is none; it lists those there are
     */
    public Parameter named(String name) {
        return layers.values().stream()
                .flatMap(List::stream)
                .filter(parameter -> parameter.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new KindlingException("The network has no weight '" + name + "'. It has: "
                        + all().stream().map(Parameter::name).collect(Collectors.joining(", ")) + "."));
    }
}
