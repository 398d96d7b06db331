package io.kindling.golden;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;

/**
 * The cases of one file, those the project can run and those it cannot yet.
 *
 * @param cases all of them
 * @param label what a case is called
 * @param supported whether the project knows all that a case asks for
 */
public record GoldenCases(List<JsonNode> cases, Function<JsonNode, String> label, Predicate<JsonNode> supported) {

    /** One test per case that can run. */
    public Stream<DynamicTest> tests(Consumer<JsonNode> check) {
        return cases.stream()
                .filter(supported)
                .map(one -> DynamicTest.dynamicTest(label.apply(one), () -> check.accept(one)));
    }

    /** Every case of the file is run or on the list, and none is both. */
    public void assertLeftOut(Set<String> notYet) {
        List<String> leftOut =
                cases.stream().filter(supported.negate()).map(label).toList();
        long run = cases.stream().filter(supported).count();
        assertThat(leftOut).containsExactlyInAnyOrderElementsOf(notYet);
        assertThat(run + notYet.size()).isEqualTo(cases.size());
        assertThat(run).isPositive();
    }
}
