package io.kindling.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

/** Dense and sparse blocks give back the examples they were made from, whole or in part. */
class ExampleBlockTest {

    @Provide
    Arbitrary<Tables> tables() {
        return Tables.any();
    }

    @Property(seed = "20260101")
    void holdsItsExamples(@ForAll("tables") Tables table) {
        blocks(table).forEach(block -> {
            assertThat(block.rows()).isEqualTo(table.rows());
            assertThat(block.features()).isEqualTo(table.features());
            assertThat(block.labels()).isEqualTo(table.labels());
            assertThat(block.isWeighted()).isEqualTo(table.weights() != null);
            for (int row = 0; row < table.rows(); row++) {
                assertRow(block, row, table, row);
            }
        });
    }

    @Property(seed = "20260101")
    void selectsInTheOrderGiven(
            @ForAll("tables") Tables table, @ForAll @Size(max = 20) List<@IntRange(max = 1000) Integer> numbers) {
        int[] rows = numbers.stream()
                .filter(number -> table.rows() > 0)
                .mapToInt(number -> number % table.rows())
                .toArray();
        blocks(table).forEach(block -> {
            ExampleBlock picked = block.select(rows);
            for (int i = 0; i < rows.length; i++) {
                assertRow(picked, i, table, rows[i]);
            }
            assertThat(picked.rows()).isEqualTo(rows.length);
            assertThat(picked.features()).isEqualTo(table.features());
            assertThat(picked.isWeighted()).isEqualTo(block.isWeighted());
        });
    }

    @Example
    void compactIfMoreThanHalfIsZero() {
        float[] labels = {1, 2};
        DenseBlock half = new DenseBlock(2, new float[] {0, 3, Float.NaN, 0}, 1, labels, null);
        assertThat(half.compact()).isSameAs(half);
        DenseBlock less = new DenseBlock(2, new float[] {0, 0, Float.NaN, 0}, 1, labels, null);
        assertThat(less.compact()).isInstanceOf(SparseBlock.class);
        float[] row = {7, 7};
        less.compact().copyFeatures(1, 0, row.length, row, 0);
        assertThat(row).containsExactly(Float.NaN, 0);
    }

    @Example
    void refusesValuesThatAreNotAllThere() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new DenseBlock(3, new float[5], 1, new float[2], null))
                .withMessage("A block of 2 examples with 3 features needs 6 values. Received: 5.");
    }

    private static Stream<ExampleBlock> blocks(Tables table) {
        return Stream.of(table.dense(), table.sparse(), table.dense().compact());
    }

    private static void assertRow(ExampleBlock block, int row, Tables table, int tableRow) {
        float[] room = new float[table.features() + 2];
        Arrays.fill(room, 77f);
        block.copyFeatures(row, 0, table.features(), room, 1);
        assertThat(Arrays.copyOfRange(room, 1, 1 + table.features()))
                .isEqualTo(Arrays.copyOfRange(
                        table.values(), tableRow * table.features(), (tableRow + 1) * table.features()));
        assertThat(room[0]).isEqualTo(77f);
        assertThat(room[room.length - 1]).isEqualTo(77f);

        float[] labels = new float[table.labels()];
        block.copyLabels(row, labels, 0);
        assertThat(labels)
                .isEqualTo(Arrays.copyOfRange(
                        table.labelValues(), tableRow * table.labels(), (tableRow + 1) * table.labels()));
        assertThat(block.weight(row)).isEqualTo(table.weights() == null ? 1f : table.weights()[tableRow]);
    }
}
