package io.kindling.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.kindling.random.RandomKey;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

/** A mini-batch holds the examples its order names, from whatever blocks they lie in, with targets the loss wants. */
class BatchTest {

    @Provide
    Arbitrary<Tables> tables() {
        return Tables.any();
    }

    /** However examples are cut into blocks, empty ones among them, they are found by their index. */
    @Property(seed = "20260101")
    void blocksAreOneList(@ForAll("tables") Tables table, @ForAll @IntRange(min = 1, max = 6) int parts) {
        List<ExampleBlock> blocks = new ArrayList<>();
        List<Integer> expected = new ArrayList<>();
        for (int part = 0; part < parts; part++) {
            int first = part;
            int[] rows = IntStream.range(0, table.rows())
                    .filter(row -> row % parts == first)
                    .toArray();
            blocks.add((part % 2 == 0 ? table.dense() : table.sparse()).select(rows));
            IntStream.of(rows).forEach(expected::add);
        }
        Examples examples = new Examples(blocks);
        assertThat(examples.rows()).isEqualTo(table.rows());
        Batch batch = new Batch(17, table.features(), table.labels(), table.labels());
        batch.fill(examples, ExampleOrder.asGiven(), 0, table.rows());
        for (int row = 0; row < table.rows(); row++) {
            assertThat(row(batch.inputs().get(0).all(), row, table.features()))
                    .isEqualTo(row(table.values(), expected.get(row), table.features()));
            assertThat(row(batch.targets(), row, table.labels()))
                    .isEqualTo(row(table.labelValues(), expected.get(row), table.labels()));
            float weight = table.weights() == null ? 1f : table.weights()[expected.get(row)];
            assertThat(batch.weights()[row]).isEqualTo(weight);
        }
        assertThat(batch.isWeighted()).isEqualTo(table.weights() != null);
    }

    /** Features stay sparse if all examples of the mini-batch are, whatever it held before; else they are written out. */
    @Property(seed = "20260101")
    void sparseBlocksStaySparse(@ForAll("tables") Tables table, @ForAll @IntRange(max = 16) int denseRow) {
        Batch batch = new Batch(18, table.features(), table.labels(), table.labels());
        Examples sparse = new Examples(List.of(table.sparse()));
        if (denseRow < table.rows()) {
            ExampleBlock before =
                    table.sparse().select(IntStream.range(0, denseRow).toArray());
            ExampleBlock one = table.dense().select(denseRow);
            ExampleBlock after = table.sparse()
                    .select(IntStream.range(denseRow + 1, table.rows()).toArray());
            batch.fill(new Examples(List.of(before, one, after)), ExampleOrder.asGiven(), 0, table.rows());
            assertThat(batch.inputs().get(0).isSparse()).isFalse();
            assertThat(Arrays.copyOf(batch.inputs().get(0).all(), table.values().length))
                    .isEqualTo(table.values());
        }
        batch.fill(sparse, ExampleOrder.asGiven(), 0, table.rows());
        assertThat(batch.inputs().get(0).sparse().rows()).isEqualTo(table.rows());
        assertThat(Arrays.copyOf(batch.inputs().get(0).all(), table.values().length))
                .isEqualTo(table.values());
    }

    @Example
    void followsTheOrder() {
        Examples examples = numbered(10);
        Batch batch = new Batch(4, 1, 1, 1);
        ExampleOrder order = ExampleOrder.shuffled(RandomKey.of(3), 10);
        batch.fill(examples, order, 3, 4);
        assertThat(batch.rows()).isEqualTo(4);
        assertThat(batch.inputs().get(0).all()).containsExactly(order.at(3), order.at(4), order.at(5), order.at(6));
        batch.fill(examples, ExampleOrder.asGiven(), 8, 2);
        assertThat(batch.rows()).isEqualTo(2);
        assertThat(Arrays.copyOf(batch.inputs().get(0).all(), 2)).containsExactly(8, 9);
    }

    @Example
    void shuffledOrderShowsEveryExampleOnce() {
        Batch batch = new Batch(10, 1, 1, 1);
        batch.fill(numbered(10), ExampleOrder.shuffled(RandomKey.of(3), 10), 0, 10);
        assertThat(batch.inputs().get(0).all()).containsExactlyInAnyOrder(0, 1, 2, 3, 4, 5, 6, 7, 8, 9);
        assertThat(batch.inputs().get(0).all()).isNotEqualTo(new float[] {0, 1, 2, 3, 4, 5, 6, 7, 8, 9});
    }

    @Example
    void writesClassesOneHot() {
        Batch batch = new Batch(3, 1, 1, 4);
        batch.fill(labelled(1, 3, 0), ExampleOrder.asGiven(), 0, 3);
        assertThat(batch.targets()).containsExactly(0, 1, 0, 0, 0, 0, 0, 1, 1, 0, 0, 0);
        assertThat(batch.labels()).containsExactly(1, 3, 0);
        batch.fill(labelled(2, 2, 2), ExampleOrder.asGiven(), 0, 3);
        assertThat(batch.targets()).containsExactly(0, 0, 1, 0, 0, 0, 1, 0, 0, 0, 1, 0);
    }

    @Example
    void weighsUnweightedBlocksWithOne() {
        ExampleBlock weighted = new DenseBlock(1, new float[] {1}, 1, new float[] {1}, new float[] {0.25f});
        ExampleBlock plain = new DenseBlock(1, new float[] {2}, 1, new float[] {2}, null);
        Batch batch = new Batch(2, 1, 1, 1);
        batch.fill(new Examples(List.of(plain, weighted)), ExampleOrder.asGiven(), 0, 2);
        assertThat(batch.weights()).containsExactly(1f, 0.25f);
    }

    @Example
    void refusesTargetsThatCannotBeMade() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Batch(4, 2, 3, 5))
                .withMessage("The loss needs 5 targets per example. Received: labels of 3 values.");
    }

    @Example
    void refusesBlocksThatDiffer() {
        ExampleBlock one = new DenseBlock(1, new float[] {1}, 1, new float[] {1}, null);
        ExampleBlock two = new DenseBlock(2, new float[] {1, 2}, 1, new float[] {1}, null);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Examples(List.of(one, two)))
                .withMessage("All blocks need 1 features and 1 labels. Received one with 2 and 1.");
    }

    /** A class that does not exist would mark a place in another example's row. */
    @Example
    void refusesAClassThatDoesNotExist() {
        for (float label : new float[] {4, 7, -1, 1.5f, Float.NaN}) {
            Batch batch = new Batch(3, 1, 1, 4);
            assertThatIllegalArgumentException()
                    .as("label %s", label)
                    .isThrownBy(() -> batch.fill(labelled(label, 0, 0), ExampleOrder.asGiven(), 0, 3));
        }
    }

    private static Examples numbered(int count) {
        float[] numbers = new float[count];
        for (int i = 0; i < count; i++) {
            numbers[i] = i;
        }
        return new Examples(List.of(new DenseBlock(1, numbers, 1, numbers, null)));
    }

    private static Examples labelled(float... labels) {
        return new Examples(List.of(new DenseBlock(1, new float[labels.length], 1, labels, null)));
    }

    private static float[] row(float[] values, int row, int columns) {
        return Arrays.copyOfRange(values, row * columns, (row + 1) * columns);
    }
}
