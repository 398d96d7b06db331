package io.kindling.spark;

import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.when;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kindling.layers.core.Dense;
import io.kindling.models.Sequential;
import io.kindling.spark.data.BadDataException;
import io.kindling.spark.testing.LocalSpark;
import io.kindling.spark.testing.WideAndDeep;
import io.kindling.spark.testing.WideAndDeep.Form;
import io.kindling.tensor.Shape;
import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Where there are several columns of features, what is wrong with one is said with its name, before training starts. */
class BadColumnsTest {
    private static final Column FIFTH =
            col("weight").equalTo(1.5).and(col("item").equalTo(5));

    private static Dataset<Row> data() {
        return WideAndDeep.data(120, Form.EITHER);
    }

    private static NeuralNetworkClassifier classifier() {
        return new NeuralNetworkClassifier()
                .setNetwork(WideAndDeep.network())
                .setEpochs(1)
                .setNumWorkers(2);
    }

    private static void assertRefused(NeuralNetworkClassifier classifier, Dataset<Row> data, String message) {
        int cached = LocalSpark.context().getPersistentRDDs().size();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> classifier.fit(data))
                .withMessage(message);
        assertThat(LocalSpark.context().getPersistentRDDs()).hasSize(cached);
    }

    static List<Arguments> rowsThatCannotBeUsed() {
        return List.of(
                Arguments.of(
                        "item",
                        when(FIFTH, lit(null)).otherwise(col("item")),
                        "The column 'item' of features is null in a row."),
                Arguments.of(
                        "item",
                        when(FIFTH, lit(Double.NaN)).otherwise(col("item")),
                        "Feature 0 in the column 'item' must be a finite number. Received: NaN."),
                Arguments.of(
                        "measures",
                        when(FIFTH, array(lit(1.0), lit(2.0), lit(1e300))).otherwise(col("measures")),
                        "Feature 2 in the column 'measures' must be a finite number. Received: 1.0E300."),
                Arguments.of(
                        "measures",
                        when(FIFTH, array(lit(1.0), lit(2.0))).otherwise(col("measures")),
                        "The column 'measures' needs 3 features in every row. Received a row with 2."));
    }

    @ParameterizedTest
    @MethodSource
    void rowsThatCannotBeUsed(String column, Column bad, String message) {
        assertThat(data().filter(FIFTH).count()).isPositive();
        NeuralNetworkClassificationModel model = classifier().fit(data());
        Dataset<Row> rows = data().withColumn(column, bad);
        assertRefused(classifier(), rows.coalesce(1), message);
        assertThatThrownBy(() -> model.transform(rows).collectAsList())
                .hasRootCauseInstanceOf(BadDataException.class)
                .rootCause()
                .hasMessage(message);
    }

    static List<Arguments> columnsThatDoNotFit() {
        return List.of(
                Arguments.of(
                        "item",
                        array(col("item"), col("item")),
                        "The network takes 1 feature for its input 'item' of shape (1,). The column 'item' has 2."),
                Arguments.of(
                        "measures",
                        array(array(col("item"), col("item")), array(col("item"), col("item"))),
                        "The network takes 3 features for its input 'measures' of shape (3,). The column 'measures' has 4, in"
                                + " arrays of shape (2, 2)."),
                Arguments.of(
                        "measures",
                        array().cast("array<double>"),
                        "The column 'measures' needs at least one feature. It has none."),
                Arguments.of(
                        "item",
                        lit("seven"),
                        "The column 'item' of features must be a vector, a number or an array of numbers, for sequences"
                                + " also an array of these. It is of type string."));
    }

    @ParameterizedTest
    @MethodSource
    void columnsThatDoNotFit(String column, Column values, String message) {
        assertRefused(classifier(), data().withColumn(column, values), message);
    }

    @Test
    void aColumnThatIsMissing() {
        String message = "The column 'item' of features does not exist. There are: measures, wide, label, weight,"
                + " validates.";
        assertRefused(classifier(), data().drop("item"), message);
        NeuralNetworkClassificationModel model = classifier().fit(data());
        assertThatThrownBy(() -> model.transform(data().drop("item"))).hasMessage(message);
    }

    @Test
    void columnsNamedInTwoWays() {
        String message = "featuresCol and inputCols both say where the features are; only one can be set. Received:"
                + " 'wide' and [wide, item, measures].";
        assertRefused(classifier().setFeaturesCol("wide").setInputCols("wide", "item", "measures"), data(), message);
        NeuralNetworkClassificationModel model = classifier().fit(data());
        assertThatThrownBy(() -> model.setFeaturesCol("wide")
                        .setInputCols("wide", "item", "measures")
                        .transform(data()))
                .hasMessage(message);
    }

    @Test
    void anotherNumberOfColumnsThanOfInputs() {
        assertRefused(
                classifier().setInputCols("wide", "item"),
                data(),
                "inputCols needs one column for each input of the network, [wide, item, measures]. Received: [wide,"
                        + " item].");
        String ofOne =
                "inputCols needs one column for each input of the network, [input_layer]. Received: [wide, item].";
        Sequential open = Sequential.of(Dense.of(2).activation("softmax"));
        for (NeuralNetworkClassifier single : List.of(
                new NeuralNetworkClassifier(),
                classifier().setNetwork(open),
                classifier().setNetwork(open.withInput(Shape.of(4))))) {
            assertRefused(single.setInputCols("wide", "item"), data(), ofOne);
        }
    }

    @Test
    void oneColumnForSeveralInputs() {
        assertRefused(
                classifier().setFeaturesCol("wide"),
                data(),
                "The network has several inputs, [wide, item, measures], each of which needs a column of its own, as"
                        + " inputCols can name them. Received: the featuresCol 'wide'.");
    }

    @Test
    void featuresThatAreTooLargeTogether() {
        NeuralNetworkClassificationModel model = classifier().fit(data());
        Column largest = lit(Float.MAX_VALUE);
        Dataset<Row> large = data().withColumn("measures", array(largest, largest, largest));
        assertThatThrownBy(() -> model.transform(large).collectAsList())
                .hasRootCauseMessage(
                        "The network gives NaN for a row: its weights, or the features in one of the columns"
                                + " 'wide', 'item', 'measures', are too large.");
    }

    @Test
    void rowsOfDifferentShapesInTwoPartitions() {
        List<Row> rows = new ArrayList<>(data().collectAsList());
        Dataset<Row> two = LocalSpark.of(rows.subList(0, 60), WideAndDeep.SCHEMA, 1)
                .union(LocalSpark.of(rows.subList(60, 120), WideAndDeep.SCHEMA, 1)
                        .withColumn("measures", array(lit(1f), lit(2f))));
        assertRefused(
                classifier(),
                two,
                "The column 'measures' needs the same number of features in every row. Received rows with 2 and 3.");
    }
}
