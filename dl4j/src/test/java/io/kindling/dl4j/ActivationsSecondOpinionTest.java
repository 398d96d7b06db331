package io.kindling.dl4j;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.kindling.activations.Activation;
import io.kindling.activations.CustomActivation;
import io.kindling.contract.Targets;
import io.kindling.engine.Training;
import io.kindling.layers.Input;
import io.kindling.layers.Layer;
import io.kindling.layers.core.ActivationLayer;
import io.kindling.layers.core.Dense;
import io.kindling.losses.MeanSquaredError;
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

/** Every activation that DL4J has too gives the same numbers there; the others are refused. */
class ActivationsSecondOpinionTest {
    private static final List<String> COMPARED = List.of(
            "linear",
            "relu",
            "relu(negative_slope=0.1)",
            "relu(max_value=0.5)",
            "relu(negative_slope=0.1, max_value=0.5, threshold=0.2)",
            "leaky_relu",
            "leaky_relu(0.4)",
            "elu",
            "celu",
            "selu",
            "sigmoid",
            "tanh",
            "softmax",
            "softplus",
            "silu",
            "relu6",
            "softsign",
            "hard_tanh",
            "mish",
            "threshold(0.5, 0)");

    /** Why DL4J computes something else, or nothing. */
    private static final Map<String, String> REFUSED = Map.ofEntries(
            Map.entry("elu(0.5)", "its derivative does not know alpha"),
            Map.entry("celu(0.5)", "it has elu only, which is the same for alpha=1"),
            Map.entry("gelu", "it has approximations only"),
            Map.entry("gelu(approximate=True)", "it cubes 0.044715 too"),
            Map.entry("threshold(0.5, -1)", "its other value is 0"),
            Map.entry("hard_sigmoid", "its slope is 1/5, Keras' is 1/6"),
            Map.entry("exponential", "it has none"),
            Map.entry("log_softmax", "it has none"),
            Map.entry("hard_silu", "it has none"),
            Map.entry("hard_shrink", "it has none"),
            Map.entry("soft_shrink", "it has none"),
            Map.entry("tanh_shrink", "it has none"),
            Map.entry("log_sigmoid", "it has none"),
            Map.entry("squareplus", "it has none"),
            Map.entry("sparse_plus", "it has none"),
            Map.entry("sparse_sigmoid", "it has none"),
            Map.entry("sparsemax", "it has none"),
            Map.entry("glu", "it has none"));

    private static final Agreement AGREEMENT = new Agreement();

    @AfterAll
    static void printAgreement() {
        AGREEMENT.print();
    }

    @TestFactory
    Stream<DynamicTest> sameNumbers() {
        return COMPARED.stream()
                .map(text -> DynamicTest.dynamicTest(text, () -> {
                    Activation activation = Activation.of(text);
                    AGREEMENT.check(text, engines(Dense.of(6).activation(activation), Dense.of(3)));
                    AGREEMENT.check(text, engines(Dense.of(6), ActivationLayer.of(activation), Dense.of(3)));
                    AGREEMENT.check(
                            text,
                            engines(Dense.of(6).activation("tanh"), Dense.of(3).activation(activation)));
                }));
    }

    private static BothEngines engines(Layer... layers) {
        List<Layer> all =
                Stream.concat(Stream.of(Input.of(4)), Stream.of(layers)).toList();
        return new BothEngines(new Sequential(all), new MeanSquaredError(), Targets.NUMBERS);
    }

    @TestFactory
    Stream<DynamicTest> refusesByName() {
        return REFUSED.entrySet().stream()
                .map(one -> DynamicTest.dynamicTest(one.getKey(), () -> {
                    System.out.println(one.getKey() + ": refused, " + one.getValue());
                    assertRefused(Activation.of(one.getKey()), one.getKey().replaceAll("\\(.*", ""));
                }));
    }

    @Test
    void refusesWhatUsersGive() {
        System.out.println("custom, registered: refused, it knows only its own");
        assertRefused(CustomActivation.of("sin", (sd, x) -> sd.math().sin(x)), "custom");
        Activation registered = CustomActivation.register(
                "identity for DL4J",
                (x, y, n) -> System.arraycopy(x, 0, y, 0, n),
                (x, y, dy, dx, n) -> System.arraycopy(dy, 0, dx, 0, n));
        assertRefused(registered, "registered");
    }

    private static void assertRefused(Activation activation, String name) {
        for (Sequential network : List.of(
                Sequential.of(Input.of(4), Dense.of(6).activation(activation), Dense.of(3)),
                Sequential.of(Input.of(4), Dense.of(6).activation(activation)))) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> Dl4jNetwork.of(network.plan(), Training.of("mean_squared_error")))
                    .withMessageStartingWith("Layer 1, 'dense' (Dense): The dl4j engine has no counterpart for the"
                            + " activation " + name);
        }
    }

    @Test
    void speaksOfEveryActivation() {
        Set<String> spokenOf = new HashSet<>(Set.of("custom", "registered"));
        COMPARED.forEach(text -> spokenOf.add(text.replaceAll("\\(.*", "")));
        REFUSED.keySet().forEach(text -> spokenOf.add(text.replaceAll("\\(.*", "")));
        assertThat(spokenOf)
                .containsExactlyInAnyOrderElementsOf(Activation.registry().names());
    }
}
