package io.kindling.spark.inference;

import static org.assertj.core.api.Assertions.assertThat;

import io.kindling.engine.TrainedNetwork;
import io.kindling.layers.Input;
import io.kindling.layers.core.Dense;
import io.kindling.models.Sequential;
import io.kindling.random.RandomKey;
import io.kindling.spark.testing.LocalSpark;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntPredicate;
import org.apache.spark.ml.linalg.Vector;
import org.apache.spark.ml.linalg.Vectors;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Rows get the same predictions, whichever way their zeros come, and however many are predicted at once. */
class BatchPredictorTest {
    private static final int ROWS = 150;
    private static final RandomKey KEY = RandomKey.of(20261128);

    @ParameterizedTest
    @CsvSource({"300, 128", "300, 16", "32768, 128", "32768, 16"})
    void sparseRowsGiveTheBitsOfDenseOnes(int width, int units) {
        Sequential network = Sequential.of(Input.of(width), Dense.of(units).activation("relu"), Dense.of(2));
        TrainedNetwork trained = new TrainedNetwork(network, network.plan().initialWeights(KEY.longAt(0)));
        List<Vector> predictions = predict(trained, width, row -> false);
        assertThat(predict(trained, width, row -> true)).isEqualTo(predictions);
        assertThat(predict(trained, width, row -> row % 7 > 2)).isEqualTo(predictions);
        assertThat(predictions).doesNotHaveDuplicates();
    }

    private static List<Vector> predict(TrainedNetwork trained, int width, IntPredicate isSparse) {
        List<Row> rows = new ArrayList<>();
        for (int row = 0; row < ROWS; row++) {
            double[] features = new double[width];
            RandomKey key = KEY.with(row);
            for (int i = 0; i < width / 50; i++) {
                features[(int) (key.uniformAt(2L * i) * width)] = key.uniformAt(2L * i + 1);
            }
            Vector dense = Vectors.dense(features);
            rows.add(RowFactory.create(isSparse.test(row) ? dense.toSparse() : dense, 0.0, 1.0));
        }
        return BatchPredictor.predict(
                        LocalSpark.of(rows, LocalSpark.SCHEMA, 1),
                        trained,
                        List.of("features"),
                        new ValueColumns(2, "out"))
                .collectAsList()
                .stream()
                .map(row -> row.<Vector>getAs("out"))
                .toList();
    }
}
