package io.kindling.spark.data;

import static org.assertj.core.api.Assertions.assertThat;

import io.kindling.data.DenseBlock;
import io.kindling.data.ExampleBlock;
import io.kindling.data.SparseBlock;
import io.kindling.spark.testing.LocalSpark;
import io.kindling.tensor.Shape;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.spark.ml.linalg.SQLDataTypes;
import org.apache.spark.ml.linalg.Vector;
import org.apache.spark.ml.linalg.Vectors;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.ArrayType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Rows are dealt out evenly, in an order that depends on the data set alone. */
class TrainingDataTest {
    private static final RowColumns COLUMNS = new RowColumns(List.of("features"), "label", "weight");

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
            assertThat(data.features()).containsExactly(Shape.of(1));
            List<List<Integer>> dealt = new ArrayList<>();
            for (List<ExampleBlock> blocks :
                    data.dealTo(workers, windowRows).windows().glom().collect()) {
                List<Integer> numbers = new ArrayList<>();
                for (ExampleBlock block : blocks) {
                    for (int row = 0; row < block.rows(); row++) {
                        float[] feature = new float[1];
                        float[] label = new float[1];
                        block.copyFeatures(row, 0, feature.length, feature, 0);
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

    /** Of any rows in turn each worker gets one; of the last, which are fewer, the first workers do. */
    @ParameterizedTest
    @CsvSource({"10, 4", "12, 4", "3, 5", "1000, 7", "9, 1"})
    void ofEveryTurnEachWorkerGetsOne(int rows, int workers) {
        List<List<Integer>> shares = deal(rows, 3, workers);
        assertThat(shares).hasSize(workers);
        for (int turn = 0; turn * workers < rows; turn++) {
            int first = turn * workers;
            int place = turn;
            List<Integer> dealt = shares.stream()
                    .filter(share -> place < share.size())
                    .map(share -> share.get(place))
                    .toList();
            assertThat(dealt)
                    .containsExactlyInAnyOrderElementsOf(IntStream.range(first, Math.min(rows, first + workers))
                            .boxed()
                            .toList());
        }
    }

    /** As in MNIST, whose thin and thick digits do: none of them is any worker's own. */
    @ParameterizedTest
    @ValueSource(ints = {2, 3, 10})
    void alternatingClassesAreMixed(int workers) {
        int turns = 2000;
        for (List<Integer> share : deal(turns * workers, 4, workers)) {
            int[] ofKind = new int[workers];
            share.forEach(row -> ofKind[row % workers]++);
            assertThat(ofKind)
                    .as("rows of each kind, " + turns / workers + " expected")
                    .satisfies(counts -> IntStream.of(counts)
                            .forEach(count -> assertThat(count)
                                    .isBetween((int) (0.8 * turns / workers), (int) (1.2 * turns / workers))));
        }
    }

    @Test
    void sharesAreCutIntoWindows() {
        List<List<Integer>> windows = deal(11, 3, 2, 4);
        assertThat(windows).extracting(List::size).containsExactly(4, 2, 4, 1);
        List<List<Integer>> shares = deal(11, 1, 2);
        for (int worker = 0; worker < 2; worker++) {
            List<Integer> joined = new ArrayList<>(windows.get(2 * worker));
            joined.addAll(windows.get(2 * worker + 1));
            assertThat(joined).isEqualTo(shares.get(worker));
        }
        assertThat(deal(5, 2, 2, 2)).extracting(List::size).containsExactly(2, 1, 2, 0);
        assertThat(deal(1000, 7, 3, 10)).isEqualTo(deal(1000, 1, 3, 10)).isEqualTo(deal(1000, 500, 3, 10));
    }

    @Test
    void partitionsOfTheInputDoNotMatter() {
        assertThat(deal(1000, 7, 3)).isEqualTo(deal(1000, 1, 3)).isEqualTo(deal(1000, 500, 3));
    }

    @Test
    void emptyPartitionsAreFine() {
        assertThat(deal(2, 8, 2)).containsExactlyInAnyOrder(List.of(0), List.of(1));
    }

    /** More rows than fit in one block. */
    @Test
    void manyBlocksKeepTheirOrder() {
        List<List<Integer>> dealt = deal(40_000, 2, 2);
        assertThat(dealt.get(1)).hasSize(20_000).isSorted();
        assertThat(dealt.get(1).get(19_999)).isGreaterThanOrEqualTo(39_998);
    }

    /** Each block keeps zeros or does not, as its first row would have it; the order is that of the rows in any case. */
    @Test
    void sparseAndDenseRowsKeepTheirOrder() {
        List<Row> rows = new ArrayList<>();
        for (int i = 0; i < 200; i++) {
            double[] features = new double[8];
            Arrays.fill(features, 0, i / 5 % 2 == 0 ? 1 : 8, 1 + i);
            Vector vector = Vectors.dense(features);
            rows.add(RowFactory.create(i % 3 == 0 ? vector.toSparse() : vector, 0.0, 1.0));
        }
        for (int partitions : new int[] {1, 3, 90}) {
            assertThat(features(rows, partitions))
                    .isEqualTo(rows.stream()
                            .map(row -> ((Vector) row.get(0)).toDense())
                            .toList());
        }
    }

    /** However a vector is given, it takes the room of the smaller form. */
    @Test
    void vectorsOfZerosAreKeptWithoutThem() {
        Vector few = Vectors.dense(0, 0, 0, 7, 0);
        Vector writtenOut = Vectors.sparse(5, new int[] {0, 1, 3}, new double[] {0, 0, 7});
        Vector most = Vectors.sparse(5, new int[] {0, 1, 3}, new double[] {4, 5, 7});
        for (Vector vector : List.of(few, few.toSparse(), writtenOut)) {
            assertThat(blocks(List.of(RowFactory.create(vector, 0.0, 1.0)), 1))
                    .singleElement()
                    .isInstanceOf(SparseBlock.class);
        }
        for (Vector vector : List.of(most, most.toDense())) {
            assertThat(blocks(List.of(RowFactory.create(vector, 0.0, 1.0)), 1))
                    .singleElement()
                    .isInstanceOf(DenseBlock.class);
        }
        assertThat(features(List.of(RowFactory.create(writtenOut, 0.0, 1.0)), 1))
                .containsExactly(few);
    }

    /** Over all columns together: numbers and arrays are counted in full, the zeros of vectors are not. */
    @Test
    void rowsOfSeveralColumnsTakeTheRoomOfTheSmallerForm() {
        Vector few = Vectors.dense(0, 0, 0, 7, 0);
        assertThat(block(few, 3, new double[] {0, 0}))
                .isInstanceOf(DenseBlock.class)
                .extracting(TrainingDataTest::features)
                .isEqualTo(List.of(Vectors.dense(0, 0, 0, 7, 0, 3, 0, 0)));
        Vector fewer = Vectors.sparse(9, new int[] {2, 8}, new double[] {7, 0});
        for (Vector vector : List.of(fewer, fewer.toDense())) {
            assertThat(block(vector, 3, new double[] {0, 5}))
                    .isInstanceOf(SparseBlock.class)
                    .extracting(TrainingDataTest::features)
                    .isEqualTo(List.of(Vectors.dense(0, 0, 7, 0, 0, 0, 0, 0, 0, 3, 0, 5)));
        }
    }

    private static ExampleBlock block(Vector vector, int number, double[] array) {
        StructType schema = new StructType()
                .add("vector", SQLDataTypes.VectorType())
                .add("number", DataTypes.IntegerType)
                .add("array", new ArrayType(DataTypes.DoubleType, false))
                .add("label", DataTypes.DoubleType);
        RowColumns columns = new RowColumns(List.of("vector", "number", "array"), "label", "");
        try (TrainingData data = TrainingData.read(
                LocalSpark.of(List.of(RowFactory.create(vector, number, array, 0.0)), schema, 1),
                columns,
                LabelRule.anyClass())) {
            assertThat(data.features()).containsExactly(Shape.of(vector.size()), Shape.of(1), Shape.of(array.length));
            return data.blocks().first();
        }
    }

    private static List<Vector> features(List<Row> rows, int partitions) {
        return blocks(rows, partitions).stream()
                .flatMap(block -> features(block).stream())
                .toList();
    }

    private static List<Vector> features(ExampleBlock block) {
        List<Vector> features = new ArrayList<>();
        for (int row = 0; row < block.rows(); row++) {
            float[] values = new float[block.features()];
            block.copyFeatures(row, 0, values.length, values, 0);
            features.add(Vectors.dense(IntStream.range(0, values.length)
                    .mapToDouble(i -> values[i])
                    .toArray()));
        }
        return features;
    }

    private static List<ExampleBlock> blocks(List<Row> rows, int partitions) {
        try (TrainingData data =
                TrainingData.read(LocalSpark.of(rows, LocalSpark.SCHEMA, partitions), COLUMNS, LabelRule.anyClass())) {
            return data.dealTo(1, rows.size()).windows().collect();
        }
    }
}
