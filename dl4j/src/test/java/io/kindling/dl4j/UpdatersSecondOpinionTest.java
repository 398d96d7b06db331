package io.kindling.dl4j;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.kindling.contract.Targets;
import io.kindling.engine.Training;
import io.kindling.layers.Input;
import io.kindling.layers.core.Dense;
import io.kindling.losses.Loss;
import io.kindling.models.Sequential;
import io.kindling.optimizers.Optimizer;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Every optimizer with the same formula in DL4J takes the same steps there; the others are refused. */
class UpdatersSecondOpinionTest {
    private static final int STEPS = 8;
    private static final Sequential NETWORK = Sequential.of(
            Input.of(4), Dense.of(5).activation("tanh"), Dense.of(3).activation("softmax"));

    private static final List<String> COMPARED = List.of(
            "sgd(0.1)",
            "sgd(0.1, momentum=0.9, nesterov=True)",
            "sgd(exponential_decay(0.1, 3, 0.5))",
            "sgd(cosine_decay(0.1, 6), momentum=0.5, nesterov=True)",
            "adam(0.01)",
            "adam(exponential_decay(0.01, 3, 0.5), beta_1=0.8, beta_2=0.9, epsilon=0.001)",
            "adam(0.01, amsgrad=True)",
            "adamax(0.01)",
            "adadelta(1)");

    /** Why DL4J takes other steps, or none. */
    private static final Map<String, String> REFUSED = Map.ofEntries(
            Map.entry("sgd(0.1, momentum=0.9)", "its momentum is Nesterov's"),
            Map.entry("adadelta(0.5)", "it has no learning rate"),
            Map.entry("rmsprop", "its epsilon stands outside the root, and starts the mean"),
            Map.entry("adagrad", "its epsilon stands outside the root, and starts the sums"),
            Map.entry("nadam", "its momentum is the same at every step"),
            Map.entry("adamw", "it has none"),
            Map.entry("lion", "it has none"),
            Map.entry("ftrl", "it has none"),
            Map.entry("lamb", "it has none"),
            Map.entry("clipped(sgd, clipnorm=1)", "it clips before it adds penalties"),
            Map.entry("chain(clip_by_norm(1), sgd)", "it clips before it adds penalties"));

    private static final Agreement AGREEMENT = new Agreement();

    @AfterAll
    static void printAgreement() {
        AGREEMENT.print();
    }

    @TestFactory
    Stream<DynamicTest> sameSteps() {
        BothEngines engines = new BothEngines(NETWORK, Loss.of("categorical_crossentropy"), Targets.ONE_HOT);
        return COMPARED.stream()
                .map(text -> DynamicTest.dynamicTest(text, () -> {
                    Optimizer optimizer = Optimizer.of(text);
                    AGREEMENT.check(
                            text,
                            "change of the weights",
                            engines.kindlingChange(optimizer, STEPS),
                            engines.dl4jChange(optimizer, STEPS));
                }));
    }

    @TestFactory
    Stream<DynamicTest> refusesByName() {
        return REFUSED.entrySet().stream()
                .map(one -> DynamicTest.dynamicTest(one.getKey(), () -> {
                    System.out.println(one.getKey() + ": refused, " + one.getValue());
                    Training training = Training.of("categorical_crossentropy").optimizer(Optimizer.of(one.getKey()));
                    assertThatIllegalArgumentException()
                            .isThrownBy(() -> Dl4jNetwork.of(NETWORK.plan(), training))
                            .withMessageStartingWith("The dl4j engine has no counterpart for the optimizer "
                                    + one.getKey().replaceAll("\\(.*", ""));
                }));
    }

    @Test
    void speaksOfEveryOptimizer() {
        Set<String> spokenOf = new HashSet<>();
        Stream.concat(COMPARED.stream(), REFUSED.keySet().stream())
                .forEach(text -> spokenOf.add(text.replaceAll("\\(.*", "")));
        assertThat(spokenOf)
                .containsExactlyInAnyOrderElementsOf(Optimizer.registry().names());
    }
}
