package io.kindling.spark.tables;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Quantiles are right, exactly so for few numbers, and make every number finite. */
class NumberSketchTest {

    private static NumberSketch of(List<Double> numbers) {
        NumberSketch sketch = new NumberSketch();
        numbers.forEach(sketch::add);
        return sketch;
    }

    private static List<Double> shuffled(int count, long seed) {
        List<Double> numbers = new ArrayList<>(
                IntStream.rangeClosed(1, count).mapToObj(i -> (double) i).toList());
        Collections.shuffle(numbers, new Random(seed));
        return numbers;
    }

    @Test
    void fewNumbersAreKnownExactlyHoweverTheyAreCut() {
        List<Double> numbers = shuffled(NumberSketch.EXACT, 1);
        NumberFacts whole = of(numbers).facts();
        for (int parts : new int[] {2, 3, 50}) {
            NumberSketch sum = new NumberSketch();
            for (int i = 0; i < parts; i++) {
                sum.merge(of(numbers.subList(i * numbers.size() / parts, (i + 1) * numbers.size() / parts)));
            }
            assertThat(sum.facts()).isEqualTo(whole);
        }
        assertThat(whole.lower()).isEqualTo(NumberSketch.EXACT / 4.0);
        assertThat(whole.median()).isEqualTo(NumberSketch.EXACT / 2.0);
        assertThat(whole.allDifferent() && whole.whole()).isTrue();
    }

    @Test
    void quantilesOfManyNumbersAreOffByAThousandthOfThemAtMost() {
        int count = 200_000;
        NumberSketch sum = new NumberSketch();
        for (int i = 0; i < 7; i++) {
            List<Double> part = new ArrayList<>();
            for (double x : shuffled(count, 2)) {
                if (x % 7 == i) {
                    part.add(x);
                }
            }
            sum.merge(of(part));
        }
        NumberFacts facts = sum.facts();
        assertThat(facts.count()).isEqualTo(count);
        assertThat(facts.min()).isEqualTo(1);
        assertThat(facts.max()).isEqualTo(count);
        assertThat(facts.lower()).isCloseTo(count / 4.0, within(count / 1000.0));
        assertThat(facts.median()).isCloseTo(count / 2.0, within(count / 1000.0));
        assertThat(facts.upper()).isCloseTo(count * 3 / 4.0, within(count / 1000.0));
        assertThat(facts.deviation()).isCloseTo(count / Math.sqrt(12), within(1.0));
        assertThat(facts.allDifferent()).isTrue();
    }

    @Test
    void numbersThatRepeatThemselvesAreNoticedAmongMany() {
        // Far enough from each other that there is room for as many different ones.
        NumberSketch sketch = new NumberSketch();
        shuffled(10_000, 3).forEach(x -> sketch.add(10 * x));
        assertThat(sketch.facts().allDifferent()).isTrue();
        sketch.merge(of(List.of(5.0, 5.0)));
        assertThat(sketch.facts().allDifferent()).isFalse();
        NumberSketch fewValues = new NumberSketch();
        IntStream.range(0, 10_000).forEach(i -> fewValues.add(i % 2000 * 10));
        assertThat(fewValues.facts().allDifferent()).isFalse();
    }

    @Test
    void bothZerosAreOneNumber() {
        NumberFacts facts = of(List.of(0.0, -0.0, 0.0)).facts();
        assertThat(facts.isConstant()).isTrue();
        assertThat(facts.allDifferent()).isFalse();
    }

    @Test
    void anyNumbersBecomeFiniteOnes() {
        Random random = new Random(4);
        for (int i = 0; i < 2000; i++) {
            List<Double> numbers = random.longs(1 + random.nextInt(6))
                    .mapToObj(Double::longBitsToDouble)
                    .filter(Double::isFinite)
                    .toList();
            if (numbers.isEmpty()) {
                continue;
            }
            Scale scale = Scale.of(of(numbers).facts());
            assertThat(scale.scale()).isPositive().isFinite();
            for (double x : numbers) {
                assertThat(Math.abs(scale.apply(x))).isLessThanOrEqualTo(1e6);
            }
            assertThat(scale.apply(Double.NEGATIVE_INFINITY)).isEqualTo(-1e6);
        }
    }
}
