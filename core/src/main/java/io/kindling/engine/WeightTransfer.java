package io.kindling.engine;

import io.kindling.models.NetworkPlan;
import io.kindling.models.ParameterLayout.Parameter;
import io.kindling.models.Weights;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The weights a network starts from where another one was trained before: those of the same name and shape are taken over,
 * all others are drawn.
 *
 * @param weights what the network starts from
 * @param taken the names of the weights that were taken over
 * @param drawn the names of those that start anew, as the other network has none of that name and shape
 */
public record WeightTransfer(Weights weights, List<String> taken, List<String> drawn) {

    /**
     * Fits the weights of a trained network to another one.
     *
     * @param seed what the other weights are drawn from
     */
    public static WeightTransfer of(TrainedNetwork trained, NetworkPlan plan, long seed) {
        Map<String, Parameter> given = new HashMap<>();
        trained.network().plan().parameters().all().forEach(weight -> given.put(weight.name(), weight));
        Weights weights = plan.initialWeights(seed);
        List<String> taken = new ArrayList<>();
        List<String> drawn = new ArrayList<>();
        for (Parameter weight : plan.parameters().all()) {
            Parameter source = given.get(weight.name());
            if (source != null && source.spec().shape().equals(weight.spec().shape())) {
                System.arraycopy(
                        source.vector(trained.weights()),
                        source.offset(),
                        weight.vector(weights),
                        weight.offset(),
                        weight.size());
                taken.add(weight.name());
            } else {
                drawn.add(weight.name());
            }
        }
        return new WeightTransfer(weights, List.copyOf(taken), List.copyOf(drawn));
    }
}
