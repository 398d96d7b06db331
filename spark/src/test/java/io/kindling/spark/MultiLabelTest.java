package io.kindling.spark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kindling.layers.core.Dense;
import io.kindling.models.Sequential;
import io.kindling.spark.testing.LocalSpark;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.spark.ml.linalg.Vector;
import org.apache.spark.ml.linalg.Vectors;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.StructType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Labels that do not exclude each other are learned each by itself. */
class MultiLabelTest {

    /** Whether x is positive, whether y is, whether both are. */
    private static Dataset<Row> rows(double no) {
        List<Row> rows = IntStream.range(0, 400)
                .mapToObj(i -> {
                    double x = i % 20 / 10.0 - 0.95;
                    double y = i / 20 / 10.0 - 0.95;
                    return RowFactory.create(
                            Vectors.dense(x, y),
                            Vectors.dense(x > 0 ? 1 : no, y > 0 ? 1 : no, x > 0 && y > 0 ? 1 : no));
                })
                .toList();
        StructType schema = new StructType()
                .add("features", LocalSpark.SCHEMA.apply("features").dataType())
                .add("label", LocalSpark.SCHEMA.apply("features").dataType());
        return LocalSpark.of(rows, schema, 2);
    }

    @Test
    void eachLabelHasAProbabilityOfItsOwn(@TempDir Path folder) throws Exception {
        Dataset<Row> rows = rows(0);
        MultiLabelClassificationModel fitted = new MultiLabelClassifier().fit(rows);
        fitted.write().save(folder.resolve("model").toString());
        MultiLabelClassificationModel model =
                MultiLabelClassificationModel.load(folder.resolve("model").toString());
        assertThat(model.numLabels()).isEqualTo(3);
        List<Row> predicted = model.transform(rows).collectAsList();
        assertThat(predicted).isEqualTo(fitted.transform(rows).collectAsList());
        long right = predicted.stream()
                .filter(row -> row.getAs("prediction").equals(row.getAs("label")))
                .count();
        assertThat(right).isGreaterThan(380);
        assertThat(predicted)
                .anyMatch(row -> IntStream.range(0, 3)
                                .mapToDouble(((Vector) row.getAs("probability"))::apply)
                                .sum()
                        > 2);
        assertThat(model.setThreshold(1)
                        .transform(rows)
                        .select("prediction")
                        .distinct()
                        .collectAsList())
                .containsExactly(RowFactory.create(Vectors.dense(0, 0, 0)));
    }

    @Test
    void whatIsNeitherYesNorNoIsRefused() {
        assertThatThrownBy(() -> new MultiLabelClassifier().fit(rows(0.5)))
                .hasMessage("The column 'label' of labels must hold 0 or 1 for each label. Received: 0.5.");
        assertThatThrownBy(() -> new MultiLabelClassifier()
                        .setNetwork(Sequential.of(Dense.of(3).activation("softmax")))
                        .fit(rows(0)))
                .hasMessageContaining("one sigmoid output per label, 3");
    }
}
