package io.kindling.engine;

import io.kindling.errors.KindlingException;
import io.kindling.models.NamePatterns;
import io.kindling.models.NetworkPlan;
import io.kindling.models.ParameterLayout.Parameter;
import io.kindling.optimizers.VariableSettings;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Weights that are trained in a way of their own, chosen by patterns of the names of layers or weights, in which {@code *}
 * stands for any characters: {@code "embed"}, {@code "dense*"}.
 *
 * @param learningRateFactors by what the learning rate of some weights is multiplied; of several patterns the first counts
 * @param noWeightDecay weights that do not decay, whatever the optimizer does with others
 */
public record WeightRules(Map<String, Double> learningRateFactors, List<String> noWeightDecay) {
    /** All weights alike. */
    public static final WeightRules NONE = new WeightRules(Map.of(), List.of());

    public WeightRules {
        learningRateFactors = Collections.unmodifiableMap(new LinkedHashMap<>(learningRateFactors));
        learningRateFactors.values().forEach(factor -> new VariableSettings(factor, true));
        noWeightDecay = List.copyOf(noWeightDecay);
    }

    /**
     * How each weight that gradients change is treated, in the order in which they lie.
     *
     * @throws KindlingException if a pattern is of no weight; the message lists those there are
     */
    public List<VariableSettings> settings(NetworkPlan plan) {
        Map<NamePatterns, Double> factors = new LinkedHashMap<>();
        learningRateFactors.forEach((pattern, factor) -> factors.put(checked(List.of(pattern), plan), factor));
        NamePatterns undecayed = checked(noWeightDecay, plan);
        return plan.parameters().trainable().stream()
                .map(weight -> new VariableSettings(factor(factors, weight), !matches(undecayed, weight)))
                .toList();
    }

    private static NamePatterns checked(List<String> texts, NetworkPlan plan) {
        List<String> names = new ArrayList<>(
                plan.parameters().trainable().stream().map(Parameter::name).toList());
        names.addAll(plan.parameters().trainable().stream()
                .map(WeightRules::layer)
                .distinct()
                .toList());
        NamePatterns patterns = NamePatterns.of(texts);
        patterns.requireNames("trained layer or weight", names);
        return patterns;
    }

    private static double factor(Map<NamePatterns, Double> factors, Parameter weight) {
        return factors.entrySet().stream()
                .filter(rule -> matches(rule.getKey(), weight))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse(VariableSettings.ORDINARY.learningRateFactor());
    }

    private static boolean matches(NamePatterns patterns, Parameter weight) {
        return patterns.match(weight.name()) || patterns.match(layer(weight));
    }

    private static String layer(Parameter weight) {
        return weight.name().substring(0, weight.name().indexOf('/'));
    }
}
