package io.kindling.spark.tables;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.kindling.spark.data.BadDataException;
import io.kindling.spark.testing.LocalSpark;
import io.kindling.spark.testing.LogCapture;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.junit.jupiter.api.Test;

/** Columns that say nothing, or may not say what they seem to. */
class TableEncoderNoticesTest {

    /** A table with a column beside one that can be learned. */
    private static Dataset<Row> table(int rows, DataType type, IntFunction<Object> value) {
        StructType schema = new StructType().add("c", type).add("x", DataTypes.DoubleType);
        List<Row> all = new ArrayList<>();
        for (int i = 0; i < rows; i++) {
            all.add(RowFactory.create(value.apply(i), i / 3.0));
        }
        return LocalSpark.of(all, schema, 3);
    }

    private static void requireLeftOut(Dataset<Row> table, String notice) {
        TableEncoderModel model = new TableEncoder().fit(table);
        assertThat(model.notices()).containsExactly(notice);
        assertThat(model.columns()).extracting(FittedColumn::name).containsExactly("x");
    }

    private static TableEncoderModel requireKept(Dataset<Row> table, String... notices) {
        TableEncoderModel model = new TableEncoder().fit(table);
        assertThat(model.notices()).containsExactly(notices);
        assertThat(model.columns()).extracting(FittedColumn::name).containsExactly("c", "x");
        return model;
    }

    @Test
    void constantColumnsAreLeftOut() {
        requireLeftOut(
                table(5, DataTypes.DoubleType, i -> 2.5),
                "The column 'c' is left out: all its rows have the value 2.500.");
        requireLeftOut(
                table(5, DataTypes.StringType, i -> "same"),
                "The column 'c' is left out: all its rows have the value same.");
        requireLeftOut(
                table(5, DataTypes.BooleanType, i -> true),
                "The column 'c' is left out: all its rows have the value true.");
        requireLeftOut(
                table(5, DataTypes.DateType, i -> java.sql.Date.valueOf("2024-05-06")),
                "The column 'c' is left out: all its rows have the value 2024-05-06.");
    }

    @Test
    void aColumnThatIsConstantButForItsHolesIsKept() {
        requireKept(table(5, DataTypes.DoubleType, i -> i == 2 ? null : 2.5));
        requireKept(table(5, DataTypes.StringType, i -> i == 2 ? "" : "same"));
        requireKept(table(5, DataTypes.BooleanType, i -> i == 2 ? null : true));
    }

    @Test
    void columnsWithoutAnyValueAreLeftOut() {
        String notice = "The column 'c' is left out: none of its rows has a value.";
        for (DataType type : List.of(
                DataTypes.DoubleType,
                DataTypes.StringType,
                DataTypes.BooleanType,
                DataTypes.DateType,
                DataTypes.TimestampType,
                DataTypes.NullType,
                DataTypes.createArrayType(DataTypes.DoubleType))) {
            requireLeftOut(table(5, type, i -> null), notice);
        }
        requireLeftOut(table(5, DataTypes.StringType, i -> ""), notice);
        requireLeftOut(table(5, DataTypes.DoubleType, i -> Double.NaN), notice);
    }

    @Test
    void textsThatAreAllDifferentAreLeftOut() {
        requireLeftOut(
                table(150, DataTypes.StringType, i -> "text " + i),
                "The column 'c' is left out: almost all of its 150 texts differ from each other, so that nothing can be"
                        + " learned from them.");
        requireLeftOut(
                table(150, DataTypes.StringType, i -> i + ".5"),
                "The column 'c' is left out: almost all of its 150 texts differ from each other, so that nothing can be"
                        + " learned from them. They are numbers; cast them to double.");
    }

    @Test
    void fewTextsThatAreAlmostAllDifferentAreKept() {
        requireKept(table(6, DataTypes.StringType, i -> "name " + Math.max(1, i)));
        requireKept(table(40, DataTypes.StringType, i -> "name " + i / 2));
    }

    @Test
    void longTextsAreLeftOut() {
        requireLeftOut(
                table(6, DataTypes.StringType, i -> "x".repeat(1001) + i % 2),
                "The column 'c' is left out: most of its texts are longer than 1000 bytes, and so no categories.");
    }

    @Test
    void moreTextsThanCanBeCountedAreLeftOutOrTheFrequentOnesKept() {
        int rows = 3 * TextSummary.MOST_DIFFERENT;
        requireLeftOut(
                table(rows, DataTypes.StringType, i -> "t" + i),
                "The column 'c' is left out: almost all of its 98,304 texts differ from each other, so that nothing can be"
                        + " learned from them.");
        TableEncoderModel model = new TableEncoder()
                .setMaxCategories(2)
                .fit(table(rows, DataTypes.StringType, i -> i % 2 == 0 ? "often" : i % 7 == 0 ? "so" : "t" + i));
        assertThat(((TextColumn) model.columns().get(0)).values()).containsExactly("often", "so", TextColumn.OTHER);
    }

    @Test
    void whatLooksLikeAnIdIsKeptAndNamed() {
        String notice =
                "The column 'c' holds whole numbers that are all different and looks like an id, from which nothing"
                        + " can be learned; name it in ignoredCols if it is one.";
        requireKept(table(20, DataTypes.LongType, i -> 1000L + 3 * i), notice);
        requireKept(table(19, DataTypes.LongType, i -> 1000L + 3 * i));
        requireKept(table(20, DataTypes.LongType, i -> 1000L + Math.max(1, i)));
        requireKept(table(20, DataTypes.DoubleType, i -> i / 2.0));
    }

    @Test
    void moreTextsThanAreToldApartAreNamed() {
        TableEncoderModel model =
                new TableEncoder().setMaxCategories(2).fit(table(30, DataTypes.StringType, i -> "t" + i % 5));
        assertThat(model.notices())
                .containsExactly(
                        "The column 'c' has 5 different texts, of which the 2 most frequent ones are told apart;"
                                + " maxCategories changes that.");
    }

    @Test
    void numbersAsTextsAreNamed() {
        requireKept(
                table(100, DataTypes.StringType, i -> Integer.toString(i / 2)),
                "The column 'c' holds numbers as texts, each a category; cast it to double for numbers.");
    }

    @Test
    void noticesAreLogged() {
        try (LogCapture log = LogCapture.of(TableEncoder.class)) {
            TableEncoderModel model =
                    new TableEncoder().setIgnoredCols("labl").fit(table(5, DataTypes.DoubleType, i -> 7.0));
            assertThat(log.warnings())
                    .isEqualTo(model.notices())
                    .containsExactly(
                            "The column 'labl' of ignoredCols does not exist.",
                            "The column 'c' is left out: all its rows have the value 7.");
        }
    }

    @Test
    void aTableThatSaysNothingIsRefused() {
        Dataset<Row> table = TestTable.column("c", DataTypes.IntegerType, 1, 1);
        assertThatExceptionOfType(BadDataException.class)
                .isThrownBy(() -> new TableEncoder().fit(table))
                .withMessage(
                        "No column says anything that could be learned. The column 'c' is left out: all its rows have the"
                                + " value 1.");
        assertThatExceptionOfType(BadDataException.class)
                .isThrownBy(() -> new TableEncoder().fit(table.limit(0)))
                .withMessage("There are no rows to learn from.");
    }
}
