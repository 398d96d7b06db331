package io.kindling.layers;

import io.kindling.golden.Golden;
import io.kindling.golden.GoldenCases;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Layers for tables are those of Keras, or of their papers' formulas in torch: {@code golden/generate_tabular.py}. */
class TabularGoldenTest {
    private final GoldenCases cases = new GoldenCases(
            Golden.cases("tabular"),
            one -> one.get("case").textValue(),
            one -> LayersGoldenTest.keras(one).isSupported());

    @TestFactory
    Stream<DynamicTest> agreesWithItsFormula() {
        return cases.tests(LayersGoldenTest::check);
    }

    @Test
    void leavesOutNothing() {
        cases.assertLeftOut(Set.of());
    }
}
