package io.kindling.data;

import static org.assertj.core.api.Assertions.assertThat;

import io.kindling.random.RandomKey;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/** Windows are visited one after the other, every example once, and where a position leads needs no history. */
class WindowedOrderTest {

    private static ExampleOrder order(boolean shuffled, int seed, int rows, int windowRows) {
        return shuffled
                ? ExampleOrder.shuffled(RandomKey.of(seed), rows, windowRows)
                : ExampleOrder.asGiven(rows, windowRows);
    }

    @Property(seed = "20260101")
    void everyExampleComesOnceWindowByWindow(
            @ForAll boolean shuffled,
            @ForAll @IntRange(max = 1000) int seed,
            @ForAll @IntRange(min = 1, max = 300) int rows,
            @ForAll @IntRange(min = 1, max = 100) int windowRows) {
        ExampleOrder order = order(shuffled, seed, rows, windowRows);
        int[] indices = IntStream.range(0, rows).map(order::at).toArray();
        assertThat(Arrays.stream(indices).sorted().toArray())
                .isEqualTo(IntStream.range(0, rows).toArray());
        List<Integer> changes = new ArrayList<>();
        Arrays.stream(indices).map(index -> index / windowRows).forEach(window -> {
            if (changes.isEmpty() || changes.get(changes.size() - 1) != window) {
                changes.add(window);
            }
        });
        assertThat(changes).doesNotHaveDuplicates();
        assertThat(order.windows(0, Integer.MAX_VALUE))
                .containsExactly(changes.stream().mapToInt(Integer::intValue).toArray());
    }

    @Property(seed = "20260101")
    void namesTheWindowsThatPositionsNeed(
            @ForAll boolean shuffled,
            @ForAll @IntRange(min = 1, max = 300) int rows,
            @ForAll @IntRange(min = 1, max = 100) int windowRows,
            @ForAll @IntRange(max = 310) int from,
            @ForAll @IntRange(max = 120) int count) {
        ExampleOrder order = order(shuffled, 5, rows, windowRows);
        Set<Integer> needed = new LinkedHashSet<>();
        ExampleOrder fresh = order(shuffled, 5, rows, windowRows);
        for (int position = from; position < Math.min(rows, from + count); position++) {
            needed.add(fresh.at(position) / windowRows);
        }
        assertThat(order.windows(from, count))
                .containsExactly(needed.stream().mapToInt(Integer::intValue).toArray());
    }
}
