package io.kindling.spark.params;

import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.spark.ml.param.StringArrayParam;

/** Factors on the learning rate of some weights, chosen by names of layers or weights. */
public interface HasLearningRateFactors<S> extends FluentParams<S> {

    default StringArrayParam learningRateFactors() {
        return new StringArrayParam(
                this,
                "learningRateFactors",
                "factors on the learning rate by names of layers or weights, each 'name=factor'; * stands for any"
                        + " characters");
    }

    /** The factors by name, in their order. */
    default Map<String, Double> getLearningRateFactors() {
        Map<String, Double> factors = new LinkedHashMap<>();
        for (String rule : getOrDefault(learningRateFactors())) {
            int end = rule.lastIndexOf('=');
            try {
                factors.put(rule.substring(0, end), Double.valueOf(rule.substring(end + 1)));
            } catch (IndexOutOfBoundsException | NumberFormatException wrong) {
                throw new IllegalArgumentException(
                        "learningRateFactors needs texts such as 'embed*=0.1'. Received: '" + rule + "'.", wrong);
            }
        }
        return factors;
    }

    default S setLearningRateFactors(Map<String, Double> value) {
        set(
                learningRateFactors(),
                value.entrySet().stream()
                        .map(rule -> rule.getKey() + "=" + rule.getValue())
                        .toArray(String[]::new));
        return self();
    }
}
