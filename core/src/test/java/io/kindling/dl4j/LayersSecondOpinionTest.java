package io.kindling.dl4j;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.kindling.contract.Targets;
import io.kindling.engine.Training;
import io.kindling.layers.Node;
import io.kindling.layers.core.Dense;
import io.kindling.layers.reshaping.Flatten;
import io.kindling.losses.MeanSquaredError;
import io.kindling.models.Functional;
import io.kindling.models.Layers;
import io.kindling.models.NetworkPlan;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Every layer that DL4J has too gives the same predictions, loss and gradients there; the others are refused. */
class LayersSecondOpinionTest {
    private static final Agreement AGREEMENT = new Agreement();

    @AfterAll
    static void printAgreement() {
        AGREEMENT.print();
    }

    @TestFactory
    Stream<DynamicTest> sameNumbers() {
        return LayerCases.COMPARED.entrySet().stream()
                .flatMap(named -> named.getValue().stream()
                        .map(one -> DynamicTest.dynamicTest(
                                one.toString(), () -> AGREEMENT.check(named.getKey(), engines(one)))));
    }

    private static BothEngines engines(LayerCases.Case one) {
        return new BothEngines(one.network(), new MeanSquaredError(), Targets.NUMBERS, one.first() ? 5 : 0);
    }

    @TestFactory
    Stream<DynamicTest> refusesByName() {
        return LayerCases.REFUSED.entrySet().stream()
                .map(named -> DynamicTest.dynamicTest(named.getKey(), () -> {
                    System.out.println(named.getKey() + ": refused, DL4J has none");
                    assertThatIllegalArgumentException()
                            .isThrownBy(() -> Dl4jNetwork.of(
                                    named.getValue().network().plan(), Training.of("mean_squared_error")))
                            .withMessageStartingWith("Layer 2, '")
                            .withMessageEndingWith("' (" + named.getKey() + "): The dl4j engine has no counterpart for "
                                    + named.getKey() + ".");
                }));
    }

    @TestFactory
    Stream<DynamicTest> refusesWhatIsNoChain() {
        return LayerCases.MERGING.stream()
                .map(layer -> DynamicTest.dynamicTest(layer.toString(), () -> {
                    Node x = Node.input("x", 3, 4);
                    Node merged = layer.named("here").on(x, Dense.of(4).on(x));
                    NetworkPlan plan = Functional.of(Dense.of(2).on(Flatten.of().on(merged)))
                            .plan();
                    assertThatIllegalArgumentException()
                            .isThrownBy(() -> Dl4jNetwork.of(plan, Training.of("mean_squared_error")))
                            .withMessageStartingWith(
                                    "The dl4j engine takes layers each fed by the one before it. Received 'here' (");
                }));
    }

    @Test
    void speaksOfEveryLayer() {
        List<String> spokenOf = new ArrayList<>(LayerCases.COMPARED.keySet());
        spokenOf.addAll(LayerCases.REFUSED.keySet());
        LayerCases.MERGING.forEach(layer -> spokenOf.add(Layers.registry().nameOf(layer)));
        assertThat(spokenOf)
                .containsExactlyInAnyOrderElementsOf(Layers.registry().names());
    }

    @Test
    void eachStandsForItsName() {
        LayerCases.COMPARED.forEach((name, cases) -> {
            if (!name.equals("InputLayer")) {
                assertThat(cases)
                        .allMatch(one -> Layers.registry().nameOf(one.layer()).equals(name));
            }
        });
    }
}
