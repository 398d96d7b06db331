package io.kindling.spark.tables;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.kindling.errors.KindlingException;
import io.kindling.spark.data.BadDataException;
import io.kindling.spark.testing.LocalSpark;
import java.util.List;
import org.apache.spark.SparkException;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

/** What is refused, and what is done with missing and unseen values. */
class TableEncoderErrorsTest {
    private static final StructType SCHEMA =
            new StructType().add("x", DataTypes.DoubleType).add("color", DataTypes.StringType);

    private static Dataset<Row> table(Row... rows) {
        return LocalSpark.of(List.of(rows), SCHEMA, 2);
    }

    private static Row row(Double x, String color) {
        return RowFactory.create(x, color);
    }

    private static final Row[] GOOD = {row(1.0, "red"), row(2.0, "blue"), row(3.0, "red"), row(4.0, "blue")};

    private static void requireRefusal(ThrowingCallable call, String message) {
        assertThatExceptionOfType(KindlingException.class).isThrownBy(call).withMessage(message);
    }

    @Test
    void errorNamesTheColumnAndTheValue() {
        TableEncoderModel model = new TableEncoder().setHandleInvalid("error").fit(table(GOOD));
        assertThat(model.transform(table(GOOD)).count()).isEqualTo(4);
        requireFailure(
                model, row(1.0, "black"), "The column 'color' has the value black, which training has not seen.");
        requireFailure(model, row(1.0, null), "The column 'color' has a row without a value.");
        requireFailure(model, row(Double.NaN, "red"), "The column 'x' has a row without a value.");
        requireRefusal(
                () -> new TableEncoder().setHandleInvalid("error").fit(table(row(null, "red"), row(2.0, "red"))),
                "The column 'x' has 1 row without a value, and handleInvalid is error. Set it to keep or skip.");
    }

    private static void requireFailure(TableEncoderModel model, Row row, String message) {
        assertThatExceptionOfType(SparkException.class)
                .isThrownBy(() -> model.transform(table(row)).collectAsList())
                .withStackTraceContaining(message)
                .withRootCauseInstanceOf(BadDataException.class);
    }

    @Test
    void errorDoesNotMindRareTextsOfTraining() {
        Dataset<Row> table = table(row(1.0, "red"), row(2.0, "red"), row(3.0, "rare"));
        TableEncoderModel model = new TableEncoder().setHandleInvalid("error").fit(table);
        assertThat(model.transform(table).count()).isEqualTo(3);
    }

    @Test
    void skipDropsRowsWithMissingOrUnseenValues() {
        TableEncoderModel model = new TableEncoder().setHandleInvalid("skip").fit(table(GOOD));
        Dataset<Row> encoded = model.transform(
                table(row(1.0, "black"), row(2.0, "red"), row(null, "red"), row(Double.NaN, "red"), row(3.0, "")));
        assertThat(encoded.select("x").collectAsList()).containsExactly(RowFactory.create(2.0));
        assertThat(encoded.schema().apply("features").nullable()).isFalse();
    }

    @Test
    void skipDoesNotLearnFromRowsWithHoles() {
        TableEncoderModel model = new TableEncoder()
                .setHandleInvalid("skip")
                .fit(table(row(1.0, "red"), row(100.0, ""), row(2.0, "blue"), row(null, "green"), row(3.0, "red")));
        assertThat(((NumberColumn) model.columns().get(0)).scale().centre()).isEqualTo(2);
        assertThat(((TextColumn) model.columns().get(1)).values()).containsExactly("red", TextColumn.OTHER);
        requireRefusal(
                () -> new TableEncoder().setHandleInvalid("skip").fit(table(row(null, "red"), row(2.0, ""))),
                "There are no rows to learn from: each has a missing value, and handleInvalid is skip.");
    }

    @Test
    void columnsThatAreMissingOrOfAnotherKindAreNamed() {
        TableEncoderModel model = new TableEncoder().fit(table(GOOD));
        requireRefusal(
                () -> model.transform(table(GOOD).drop("x")), "The column 'x' does not exist. There are: color.");
        requireRefusal(
                () -> model.transform(table(GOOD).withColumn("x", functions.lit("1"))),
                "The column 'x' must be of the kind it had in training, number. It is of type string.");
        requireRefusal(
                () -> model.transformSchema(
                        new StructType().add("x", DataTypes.DoubleType).add("color", DataTypes.IntegerType)),
                "The column 'color' must be of the kind it had in training, text. It is of type int.");
        requireRefusal(
                () -> new TableEncoder().setInputCols("y").fit(table(GOOD)),
                "The column 'y' does not exist. There are: x, color.");
    }

    @Test
    void typesWithoutAnEncodingAreNamed() {
        for (DataType type : List.of(
                DataTypes.BinaryType,
                DataTypes.createMapType(DataTypes.StringType, DataTypes.StringType),
                new StructType().add("a", DataTypes.StringType),
                DataTypes.createArrayType(DataTypes.StringType))) {
            assertThatExceptionOfType(BadDataException.class)
                    .isThrownBy(() -> new TableEncoder().transformSchema(new StructType().add("odd", type)))
                    .withMessageStartingWith("The column 'odd' is of type " + type.simpleString()
                            + ", which cannot be encoded: numbers, texts, ");
        }
    }

    @Test
    void outputsThatExistAreRefused() {
        String message = "The data already has a column 'x', which the model would add. Choose another name for one of"
                + " them.";
        requireRefusal(() -> new TableEncoder().setOutputCol("x").fit(table(GOOD)), message);
        TableEncoderModel model = new TableEncoder().fit(table(GOOD));
        requireRefusal(() -> model.setOutputCol("x").transform(table(GOOD)), message);
    }

    @Test
    void columnsThatCannotBeToldApartAreRefused() {
        Dataset<Row> twice = table(GOOD).withColumnRenamed("color", "x");
        requireRefusal(
                () -> new TableEncoder().fit(twice),
                "The table has two columns 'x'. Give one of them another name, or name it in ignoredCols.");
        requireRefusal(
                () -> new TableEncoder().setInputCols("x", "x").fit(table(GOOD)),
                "inputCols names the column 'x' twice.");
        requireRefusal(
                () -> new TableEncoder().setIgnoredCols("x", "color").fit(table(GOOD)),
                "The table has no column to encode: inputCols and ignoredCols leave none.");
    }

    @Test
    void settingsThatMakeNoSenseAreRefused() {
        requireRefusal(() -> new TableEncoder().setMaxCategories(1), "maxCategories must be at least 2. Received: 1.");
        requireRefusal(
                () -> new TableEncoder().setMinCategoryCount(0), "minCategoryCount must be at least 1. Received: 0.");
        requireRefusal(
                () -> new TableEncoder().setHandleInvalid("drop"),
                "handleInvalid must be keep, error or skip. Received: drop.");
    }
}
