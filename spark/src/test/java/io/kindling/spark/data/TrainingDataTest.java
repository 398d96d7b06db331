package io.kindling.spark.data;

import static org.assertj.core.api.Assertions.assertThat;

import io.kindling.data.ExampleBlock;
import io.kindling.spark.testing.LocalSpark;
import io.kindling.tensor.Shape;
import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;

/** Rows are dealt out evenly, in an order that depends on the data set alone. */
class TrainingDataTest {
    private static final RowColumns COLUMNS = new RowColumns("features", "label", "weight");

    /** Rows whose only feature is their own number. */
    private static List<Row> numbered(int count) {
        List<Row> rows = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            rows.add(LocalSpark.row(i % 3, 1 + i, i));
        }
        return rows;
    }

    private static List<List<Integer>> deal(int rows, int partitions, int workers) {
        return deal(rows, partitions, workers, rows);
    }

    private static List<List<Integer>> deal(int rows, int partitions, int workers, int windowRows) {
        try (TrainingData data = TrainingData.read(
                LocalSpark.of(numbered(rows), LocalSpark.SCHEMA, partitions), COLUMNS, LabelRule.anyClass())) {
            assertThat(data.rows()).isEqualTo(rows);
            assertThat(data.features()).isEqualTo(Shape.of(1));
            List<List<Integer>> dealt = new ArrayList<>();
            for (List<ExampleBlock> blocks :
                    data.dealTo(workers, windowRows).windows().glom().collect()) {
                List<Integer> numbers = new ArrayList<>();
                for (ExampleBlock block : blocks) {
                    for (int row = 0; row < block.rows(); row++) {
                        float[] feature = new float[1];
                        float[] label = new float[1];
                        block.copyFeatures(row, feature, 0);
                        block.copyLabels(row, label, 0);
                        assertThat(label[0]).isEqualTo((int) feature[0] % 3);
                        assertThat(block.weight(row)).isEqualTo(1 + feature[0]);
                        numbers.add((int) feature[0]);
                    }
                }
                dealt.add(numbers);
            }
            return dealt;
        }
    }

    @Test
    void rowIGoesToWorkerIModuloTheirNumber() {
        assertThat(deal(10, 3, 4)).containsExactly(List.of(0, 4, 8), List.of(1, 5, 9), List.of(2, 6), List.of(3, 7));
    }

    @Test
    void sharesAreCutIntoWindows() {
        assertThat(deal(11, 3, 2, 4))
                .containsExactly(List.of(0, 2, 4, 6), List.of(8, 10), List.of(1, 3, 5, 7), List.of(9));
        assertThat(deal(5, 2, 2, 2)).containsExactly(List.of(0, 2), List.of(4), List.of(1, 3), List.of());
        assertThat(deal(1000, 7, 3, 10)).isEqualTo(deal(1000, 1, 3, 10)).isEqualTo(deal(1000, 500, 3, 10));
    }

    @Test
    void partitionsOfTheInputDoNotMatter() {
        assertThat(deal(1000, 7, 3)).isEqualTo(deal(1000, 1, 3)).isEqualTo(deal(1000, 500, 3));
    }

    @Test
    void emptyPartitionsAreFine() {
        assertThat(deal(2, 8, 2)).containsExactly(List.of(0), List.of(1));
    }

    /** More rows than fit in one block. */
    @Test
    void manyBlocksKeepTheirOrder() {
        List<List<Integer>> dealt = deal(40_000, 2, 2);
        assertThat(dealt.get(1)).hasSize(20_000).isSorted();
        assertThat(dealt.get(1).get(19_999)).isEqualTo(39_999);
    }
}
