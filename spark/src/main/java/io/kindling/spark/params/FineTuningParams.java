package io.kindling.spark.params;

import io.kindling.errors.KindlingException;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.spark.ml.param.Param;
import org.apache.spark.ml.param.StringArrayParam;

/**
 * The params that say what training starts from and which weights it treats in a way of their own.
 *
 * @param <S> the stage
 */
public interface FineTuningParams<S> extends FluentParams<S> {

    /** The model that training goes on from: its weights of the same names and shapes are taken over. */
    default Param<String> initialModel() {
        return new Param<>(
                this,
                "initialModel",
                "the directory of a model whose weights of the same names and shapes training starts from");
    }

    default String getInitialModel() {
        return getOrDefault(initialModel());
    }

    default S setInitialModel(String value) {
        set(initialModel(), value);
        return self();
    }

    /** Layers whose weights training leaves as they are; Keras' {@code trainable = False}. */
    default StringArrayParam frozenLayers() {
        return new StringArrayParam(
                this,
                "frozenLayers",
                "names of layers whose weights training leaves as they are; * stands for any characters");
    }

    default String[] getFrozenLayers() {
        return getOrDefault(frozenLayers());
    }

    default S setFrozenLayers(String... value) {
        set(frozenLayers(), value);
        return self();
    }

    /** Factors on the learning rate of some weights, chosen by names of layers or weights. */
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
                throw new KindlingException(
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

    /** Weights that do not decay, whatever the optimizer does with others. */
    default StringArrayParam noWeightDecay() {
        return new StringArrayParam(
                this,
                "noWeightDecay",
                "names of layers or weights that do not decay, whatever the optimizer does; * stands for any characters");
    }

    default String[] getNoWeightDecay() {
        return getOrDefault(noWeightDecay());
    }

    default S setNoWeightDecay(String... value) {
        set(noWeightDecay(), value);
        return self();
    }
}
