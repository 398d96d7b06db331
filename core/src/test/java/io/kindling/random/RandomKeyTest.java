package io.kindling.random;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** A key's numbers depend on nothing but the key, differ from other keys', and have the distribution they should. */
class RandomKeyTest {
    private static final int DRAWS = 1_000_000;

    @Test
    void sameKeyGivesTheSameNumbers() {
        RandomKey one = RandomKey.of(5).with(1).with(2);
        RandomKey other = RandomKey.of(5).with(1).with(2);
        for (int i = 9; i >= 0; i--) {
            assertThat(one.longAt(i)).isEqualTo(other.longAt(i));
            assertThat(one.uniformAt(i)).isEqualTo(other.uniformAt(i));
            assertThat(one.gaussianAt(i)).isEqualTo(other.gaussianAt(i));
        }
    }

    /** Written down once: a checkpoint continued by a later release must see the numbers of the earlier one. */
    @Test
    void numbersNeverChange() {
        assertThat(RandomKey.of(0).longAt(0)).isEqualTo(-6411193824288604561L);
        assertThat(RandomKey.of(42).with(1).with(2).longAt(3)).isEqualTo(-3703594552632358123L);
    }

    @Test
    void keysOfSeedsEpochsAndWorkersAllDiffer() {
        Set<Long> seen = new HashSet<>();
        int keys = 0;
        for (int seed = -20; seed < 20; seed++) {
            for (int epoch = -1; epoch < 40; epoch++) {
                for (int worker = -1; worker < 40; worker++) {
                    RandomKey key = RandomKey.of(seed).with(epoch).with(worker);
                    seen.add(key.longAt(0));
                    seen.add(key.longAt(1));
                    keys++;
                }
            }
        }
        assertThat(seen).hasSize(2 * keys);
    }

    @Test
    void orderOfDerivationMatters() {
        assertThat(RandomKey.of(1).with(2).with(3))
                .isNotEqualTo(RandomKey.of(1).with(3).with(2));
        assertThat(RandomKey.of(1).with(0)).isNotEqualTo(RandomKey.of(1));
    }

    @Test
    void uniformNumbersAreUniform() {
        RandomKey key = RandomKey.of(1);
        double sum = 0;
        double squares = 0;
        int[] buckets = new int[20];
        for (int i = 0; i < DRAWS; i++) {
            float u = key.uniformAt(i);
            assertUnit(u);
            sum += u;
            squares += (u - 0.5) * (u - 0.5);
            buckets[(int) (u * buckets.length)]++;
        }
        // Four standard errors: 1 / √12 and 1 / √180, each over √DRAWS.
        assertThat(sum / DRAWS).isCloseTo(0.5, within(1.2e-3));
        assertThat(squares / DRAWS).isCloseTo(1.0 / 12, within(3e-4));
        for (int count : buckets) {
            assertThat(count).isCloseTo(DRAWS / buckets.length, within(900));
        }
    }

    @Test
    void firstNumbersOfNeighbouringKeysAreUniformToo() {
        double sum = 0;
        double product = 0;
        RandomKey parent = RandomKey.of(3);
        for (int i = 0; i < DRAWS; i++) {
            double u = parent.with(i).uniformAt(0) - 0.5;
            sum += u;
            product += u * (parent.with(i + 1).uniformAt(0) - 0.5);
        }
        assertThat(sum / DRAWS).isCloseTo(0, within(1.2e-3));
        assertThat(product / DRAWS).isCloseTo(0, within(3.4e-4));
    }

    @Test
    void gaussianNumbersAreStandardNormal() {
        RandomKey key = RandomKey.of(2);
        double sum = 0;
        double squares = 0;
        double fourths = 0;
        int inside = 0;
        for (int i = 0; i < DRAWS; i++) {
            double g = key.gaussianAt(i);
            sum += g;
            squares += g * g;
            fourths += g * g * g * g;
            inside += Math.abs(g) < 1 ? 1 : 0;
        }
        // Four standard errors: 1, √2, √96 and √(0.683 · 0.317), each over √DRAWS.
        assertThat(sum / DRAWS).isCloseTo(0, within(4e-3));
        assertThat(squares / DRAWS).isCloseTo(1, within(6e-3));
        assertThat(fourths / DRAWS).isCloseTo(3, within(4e-2));
        assertThat((double) inside / DRAWS).isCloseTo(0.682689, within(2e-3));
    }

    private static void assertUnit(float u) {
        if (!(u >= 0 && u < 1)) {
            assertThat(u).isGreaterThanOrEqualTo(0).isLessThan(1);
        }
    }
}
