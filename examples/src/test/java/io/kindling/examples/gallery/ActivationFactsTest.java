package io.kindling.examples.gallery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.kindling.activations.Activation;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What the gallery claims of an activation is so. */
class ActivationFactsTest {
    private static final int STEPS_PER_UNIT = 64;
    private static final float FAR = 1e4f;
    private static final Offset<Double> CLOSE = within(2e-3);

    static List<ActivationFacts> facts() {
        return AllFacts.LIST;
    }

    /** A user's own are not known. */
    @Test
    void thereAreFactsOfEveryActivation() {
        List<String> registered = Activation.registry().names().stream()
                .filter(name -> !List.of("custom", "registered").contains(name))
                .toList();
        assertThat(facts()).extracting(ActivationFacts::name).containsExactlyElementsOf(registered);
    }

    private static double[] values(ActivationFacts facts, float... x) {
        float[] values = Curve.of(facts.activation(), x).values();
        return IntStream.range(0, values.length).mapToDouble(i -> values[i]).toArray();
    }

    private static double[] normalValues(ActivationFacts facts) {
        Random random = new Random(1);
        float[] x = new float[200_000];
        for (int i = 0; i < x.length; i += 2) {
            x[i] = (float) random.nextGaussian();
            x[i + 1] = -x[i];
        }
        return values(facts, x);
    }

    /** In the middle an end is reached or not; far outside every end is near, and what has none goes beyond bounds. */
    @ParameterizedTest
    @MethodSource("facts")
    void range(ActivationFacts facts) {
        Range range = facts.range();
        double[] middle = values(facts, Curve.grid(7, 1024));
        double lowest = Arrays.stream(middle).min().orElseThrow();
        double highest = Arrays.stream(middle).max().orElseThrow();
        double[] far = values(facts, -FAR, FAR);
        double farLowest = Math.min(lowest, Math.min(far[0], far[1]));
        double farHighest = Math.max(highest, Math.max(far[0], far[1]));
        requireEnd(range.lower(), range.hasLower(), lowest, farLowest);
        requireEnd(-range.upper(), range.hasUpper(), -highest, -farHighest);
    }

    private static void requireEnd(double end, boolean reached, double lowest, double farLowest) {
        if (Double.isInfinite(end)) {
            assertThat(farLowest).isLessThan(-1000);
            return;
        }
        assertThat(farLowest).isCloseTo(end, CLOSE).isGreaterThan(end - 1e-6);
        assertThat(lowest <= end + 1e-6)
                .as("reaches %s, at least %s", end, lowest)
                .isEqualTo(reached);
    }

    @ParameterizedTest
    @MethodSource("facts")
    void zeroCentred(ActivationFacts facts) {
        double mean = Arrays.stream(normalValues(facts)).average().orElseThrow();
        assertThat(Math.abs(mean) < 0.02).as("mean %s", mean).isEqualTo(facts.zeroCentred());
    }

    @ParameterizedTest
    @MethodSource("facts")
    void sparse(ActivationFacts facts) {
        double zeros = Arrays.stream(normalValues(facts))
                .map(value -> value == 0 ? 1 : 0)
                .average()
                .orElseThrow();
        assertThat(zeros > 0.1).as("share of zeros %s", zeros).isEqualTo(facts.sparse());
    }

    @ParameterizedTest
    @MethodSource("facts")
    void saturation(ActivationFacts facts) {
        float[] slopes = Curve.of(facts.activation(), -100, 100).slopes();
        assertThat(Math.abs(slopes[0]) < 1e-3).isEqualTo(facts.saturation().isLeft());
        assertThat(Math.abs(slopes[1]) < 1e-3).isEqualTo(facts.saturation().isRight());
    }

    /** The slope is zero on all of the grid up to there, and not beyond. */
    @ParameterizedTest
    @MethodSource("facts")
    void flatParts(ActivationFacts facts) {
        Curve curve = Curve.of(facts.activation(), Curve.grid(7, STEPS_PER_UNIT));
        int first = 0;
        int last = curve.x().length - 1;
        while (first <= last && curve.slopes()[first] == 0) {
            first++;
        }
        while (last >= first && curve.slopes()[last] == 0) {
            last--;
        }
        double below = first == 0 ? Double.NaN : curve.x()[first - 1];
        double above = last == curve.x().length - 1 ? Double.NaN : curve.x()[last + 1];
        assertThat(List.of(below, above)).isEqualTo(List.of(facts.flatBelow(), facts.flatAbove()));
    }

    @Test
    void rangesAreWrittenAsIntervals() {
        assertThat(Range.from(-0.2784645)).hasToString("[−0.2785, ∞)");
        assertThat(Range.open(-1, 1)).hasToString("(−1, 1)");
        assertThat(Range.closed(0, 6)).hasToString("[0, 6]");
        assertThat(Range.all()).hasToString("(−∞, ∞)");
    }
}
