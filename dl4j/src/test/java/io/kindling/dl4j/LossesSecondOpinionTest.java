package io.kindling.dl4j;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.kindling.contract.Targets;
import io.kindling.engine.Training;
import io.kindling.layers.Input;
import io.kindling.layers.Layer;
import io.kindling.layers.core.Dense;
import io.kindling.losses.Loss;
import io.kindling.models.Sequential;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Every loss that DL4J has too gives the same numbers there, of vectors and of sequences, weighted or not; the others are refused. */
class LossesSecondOpinionTest {

    /** A loss after an activation that suits it. */
    private record Case(String loss, String activation, Targets targets) {

        BothEngines engines(Layer input) {
            return new BothEngines(network(input), Loss.of(loss), targets);
        }

        Sequential network(Layer input) {
            return Sequential.of(
                    input, Dense.of(5).activation("tanh"), Dense.of(3).activation(activation));
        }
    }

    private static final List<Case> COMPARED = List.of(
            new Case("categorical_crossentropy", "softmax", Targets.ONE_HOT),
            new Case("categorical_crossentropy", "softmax", Targets.DISTRIBUTION),
            new Case("sparse_categorical_crossentropy", "softmax", Targets.CLASS),
            new Case("binary_crossentropy", "sigmoid", Targets.YES_NO),
            new Case("mean_squared_error", "linear", Targets.NUMBERS),
            new Case("mean_squared_error", "softmax", Targets.ONE_HOT),
            new Case("mean_absolute_error", "linear", Targets.NUMBERS),
            new Case("mean_absolute_percentage_error", "linear", Targets.POSITIVE),
            new Case("mean_squared_logarithmic_error", "softplus", Targets.POSITIVE),
            new Case("poisson", "softplus", Targets.POSITIVE),
            // Below 1e-5 DL4J's limit on probabilities is not Keras'.
            new Case("kl_divergence", "softmax", Targets.DISTRIBUTION),
            new Case("cosine_similarity", "linear", Targets.NUMBERS),
            new Case("hinge", "tanh", Targets.SIGNS),
            new Case("hinge", "linear", Targets.YES_NO),
            new Case("squared_hinge", "tanh", Targets.SIGNS),
            new Case("squared_hinge", "linear", Targets.YES_NO));

    /** Losses with what is said of them. */
    private static final Map<String, String> REFUSED = Map.ofEntries(
            Map.entry("categorical_focal_crossentropy", "the loss categorical_focal_crossentropy"),
            Map.entry("binary_focal_crossentropy", "the loss binary_focal_crossentropy"),
            Map.entry("categorical_hinge", "the loss categorical_hinge"),
            Map.entry("huber", "the loss huber"),
            Map.entry("log_cosh", "the loss log_cosh"),
            Map.entry("quantile", "the loss quantile"),
            Map.entry("categorical_crossentropy", "the loss categorical_crossentropy without a softmax at the end"),
            Map.entry(
                    "sparse_categorical_crossentropy",
                    "the loss sparse_categorical_crossentropy without a softmax at the end"),
            Map.entry("categorical_crossentropy(from_logits=True)", "from_logits=true"),
            Map.entry("binary_crossentropy(from_logits=True)", "from_logits=true"),
            Map.entry("categorical_crossentropy(label_smoothing=0.1)", "label_smoothing=0.1"));

    private static final Agreement AGREEMENT = new Agreement();

    @AfterAll
    static void printAgreement() {
        AGREEMENT.print();
    }

    @TestFactory
    Stream<DynamicTest> sameNumbers() {
        return COMPARED.stream()
                .map(one -> DynamicTest.dynamicTest(one.toString(), () -> {
                    AGREEMENT.check(one.loss(), one.engines(Input.of(4)));
                    AGREEMENT.check(one.loss() + " of a sequence", one.engines(Input.of(6, 4)));
                    AGREEMENT.check(
                            one.loss() + " of a weighted sequence",
                            one.engines(Input.of(6, 4)).weighted());
                }));
    }

    @TestFactory
    Stream<DynamicTest> refusesByName() {
        return REFUSED.entrySet().stream()
                .map(one -> DynamicTest.dynamicTest(one.getKey(), () -> {
                    System.out.println(one.getKey() + ": refused");
                    Sequential linear = new Case(one.getKey(), "linear", Targets.NUMBERS).network(Input.of(4));
                    assertThatIllegalArgumentException()
                            .isThrownBy(() -> Dl4jNetwork.of(linear.plan(), Training.of(one.getKey())))
                            .withMessage("The dl4j engine has no counterpart for " + one.getValue() + ".");
                }));
    }

    @Test
    void speaksOfEveryLoss() {
        Set<String> spokenOf = new HashSet<>();
        COMPARED.forEach(one -> spokenOf.add(one.loss()));
        REFUSED.keySet().forEach(text -> spokenOf.add(text.replaceAll("\\(.*", "")));
        assertThat(spokenOf).containsExactlyInAnyOrderElementsOf(Loss.registry().names());
    }
}
