package io.kindling.dl4j;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.kindling.contract.Targets;
import io.kindling.engine.Training;
import io.kindling.losses.MeanSquaredError;
import io.kindling.models.Functional;
import io.kindling.models.Layers;
import io.kindling.models.Network;
import io.kindling.tensor.Shape;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
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
                                one.toString(), () -> AGREEMENT.check(named.getKey(), engines(one.network())))));
    }

    @TestFactory
    Stream<DynamicTest> sameNumbersOfMerges() {
        return MergeCases.COMPARED.entrySet().stream()
                .flatMap(named -> named.getValue().stream()
                        .map(network -> DynamicTest.dynamicTest(
                                named.getKey() + " on " + inputsOf(network),
                                () -> AGREEMENT.check(named.getKey(), engines(network)))));
    }

    private static List<Shape> inputsOf(Functional network) {
        return network.plan().layers().stream()
                .filter(layer -> layer.name().equals("here"))
                .findAny()
                .orElseThrow()
                .inputs();
    }

    @TestFactory
    Stream<DynamicTest> sameNumbersOfGraphs() {
        return GraphCases.COMPARED.entrySet().stream()
                .map(named -> DynamicTest.dynamicTest(
                        named.getKey(), () -> AGREEMENT.check(named.getKey(), engines(named.getValue()))));
    }

    private static BothEngines engines(Network network) {
        return new BothEngines(network, new MeanSquaredError(), Targets.NUMBERS);
    }

    @TestFactory
    Stream<DynamicTest> refusesByName() {
        Map<String, Network> refused = new TreeMap<>(MergeCases.REFUSED);
        LayerCases.REFUSED.forEach((name, one) -> refused.put(name, one.network()));
        return refused.entrySet().stream()
                .map(named -> DynamicTest.dynamicTest(named.getKey(), () -> {
                    System.out.println(named.getKey() + ": refused, DL4J has none");
                    assertThatIllegalArgumentException()
                            .isThrownBy(
                                    () -> Dl4jNetwork.of(named.getValue().plan(), Training.of("mean_squared_error")))
                            .withMessageStartingWith("Layer ")
                            .withMessageEndingWith("' (" + named.getKey() + "): The dl4j engine has no counterpart for "
                                    + named.getKey() + ".");
                }));
    }

    @Test
    void speaksOfEveryLayer() {
        List<String> spokenOf = new ArrayList<>(LayerCases.COMPARED.keySet());
        spokenOf.addAll(LayerCases.REFUSED.keySet());
        spokenOf.addAll(MergeCases.COMPARED.keySet());
        spokenOf.addAll(MergeCases.REFUSED.keySet());
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
        MergeCases.COMPARED.forEach((name, networks) -> assertThat(networks)
                .allMatch(network -> network.plan().layers().stream()
                        .anyMatch(layer ->
                                layer.name().equals("here") && layer.className().equals(name))));
    }
}
