package io.kindling.random;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.BitSet;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every number comes up exactly once, in an order that belongs to the key and favours no place. */
class RandomPermutationTest {

    @Test
    void everyNumberComesOnceForSmallSizes() {
        for (int size = 1; size <= 300; size++) {
            for (int seed = 0; seed < 20; seed++) {
                assertPermutation(RandomKey.of(seed), size);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1023, 1024, 1025, 65_536, 65_537, 100_003, 1 << 20, (1 << 20) + 1})
    void everyNumberComesOnceForLargeSizes(int size) {
        assertPermutation(RandomKey.of(7), size);
    }

    @Test
    void worksForTheLargestSize() {
        RandomPermutation order = new RandomPermutation(RandomKey.of(1), Integer.MAX_VALUE);
        assertThat(IntStream.range(0, 100_000).map(order::at).distinct().count())
                .isEqualTo(100_000);
        assertThat(IntStream.range(0, 1000).map(order::at)).allMatch(at -> at >= 0);
        assertThat(order.at(Integer.MAX_VALUE - 1)).isNotNegative();
    }

    @Test
    void belongsToTheKey() {
        assertThat(order(RandomKey.of(1), 100)).isEqualTo(order(RandomKey.of(1), 100));
        assertThat(order(RandomKey.of(2), 100)).isNotEqualTo(order(RandomKey.of(1), 100));
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 3, 5, 10, 16, 17})
    void favoursNoPlace(int size) {
        int keys = 20_000;
        int[][] counts = new int[size][size];
        for (int key = 0; key < keys; key++) {
            RandomPermutation order = new RandomPermutation(RandomKey.of(11).with(key), size);
            for (int position = 0; position < size; position++) {
                counts[position][order.at(position)]++;
            }
        }
        double expected = (double) keys / size;
        double deviation = Math.sqrt(expected * (1 - 1.0 / size));
        for (int[] row : counts) {
            for (int count : row) {
                assertThat((double) count).isCloseTo(expected, within(4.5 * deviation));
            }
        }
    }

    @Test
    void neighboursDoNotStayTogether() {
        int size = 1000;
        int kept = 0;
        for (int key = 0; key < 100; key++) {
            int[] order = order(RandomKey.of(5).with(key), size);
            for (int i = 1; i < size; i++) {
                kept += Math.abs(order[i] - order[i - 1]) == 1 ? 1 : 0;
            }
        }
        // Two neighbours of a thousand: 2 in 1000 by chance, 200 of 99,900 pairs.
        assertThat(kept).isBetween(140, 260);
    }

    @Test
    void refusesAnEmptyOne() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new RandomPermutation(RandomKey.of(1), 0))
                .withMessage("A permutation needs a positive size. Received: 0.");
    }

    private static void assertPermutation(RandomKey key, int size) {
        RandomPermutation order = new RandomPermutation(key, size);
        BitSet seen = new BitSet(size);
        for (int position = 0; position < size; position++) {
            seen.set(order.at(position));
        }
        assertThat(seen.length()).as("largest of %d", size).isEqualTo(size);
        assertThat(seen.cardinality()).as("different ones of %d", size).isEqualTo(size);
    }

    private static int[] order(RandomKey key, int size) {
        return IntStream.range(0, size)
                .map(new RandomPermutation(key, size)::at)
                .toArray();
    }
}
