package io.kindling.examples.gallery;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The costs that the page gives and those that JMH measured are the same within a factor of two. */
class RecordedCostsTest {
    private static final Path DOCUMENTS = Path.of("../docs");

    static Stream<ActivationFacts> facts() {
        return AllFacts.LIST.stream().filter(facts -> !facts.name().equals("relu"));
    }

    @ParameterizedTest
    @MethodSource("facts")
    void withoutTheVectorApi(ActivationFacts facts) throws IOException {
        assertWithinFactorTwo(onPage(facts).timesRelu(), recorded(facts, "no"));
    }

    @ParameterizedTest
    @MethodSource("facts")
    void withTheVectorApi(ActivationFacts facts) throws IOException {
        assertWithinFactorTwo(onPage(facts).timesReluWithVectorApi(), recorded(facts, "yes"));
    }

    private static void assertWithinFactorTwo(double onPage, double recorded) {
        assertThat(onPage).isBetween(recorded / 2, recorded * 2);
    }

    private static Cost onPage(ActivationFacts facts) throws IOException {
        return Costs.fromCsv(Files.readString(DOCUMENTS.resolve(Gallery.COSTS))).of(facts.name());
    }

    /** Forward and backward together, as a multiple of relu's. */
    private static double recorded(ActivationFacts facts, String vectorApi) throws IOException {
        List<String> lines = Files.readAllLines(DOCUMENTS.resolve("measurements/2026-11-29-activations.csv"));
        assertThat(lines.get(1)).isEqualTo("activation,vector_api,forward,backward,relu_forward,relu_backward");
        String[] cells = lines.stream()
                .map(line -> line.split(","))
                .filter(line -> line[0].equals(facts.name()) && line[1].equals(vectorApi))
                .findFirst()
                .orElseThrow(
                        () -> new AssertionError(facts.name() + " is not in the record; ActivationRecord adds it."));
        return (Double.parseDouble(cells[2]) + Double.parseDouble(cells[3]))
                / (Double.parseDouble(cells[4]) + Double.parseDouble(cells[5]));
    }
}
