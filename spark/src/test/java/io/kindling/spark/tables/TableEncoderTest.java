package io.kindling.spark.tables;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.kindling.spark.testing.LocalSpark;
import java.math.BigDecimal;
import java.sql.Date;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import org.apache.spark.ml.linalg.SQLDataTypes;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;
import org.junit.jupiter.api.Test;

/** What becomes of each kind of column. */
class TableEncoderTest {

    private static Dataset<Row> encoded(Dataset<Row> table) {
        return new TableEncoder().fit(table).transform(table);
    }

    @Test
    void aNumberIsItsDistanceFromTheMedianInUnitsOfTheQuartiles() {
        Dataset<Row> encoded = encoded(TestTable.column("size", DataTypes.IntegerType, 10, 20, 30, 40, 50, 60, 70));
        assertThat(TestTable.slots(encoded)).containsExactly("size numeric");
        // The quartiles are 20 and 60.
        double scale = 40 / 1.349;
        assertThat(TestTable.slot(encoded, 0).get(0)).isCloseTo(-30 / scale, within(1e-12));
        assertThat(TestTable.slot(encoded, 0).get(3)).isZero();
    }

    @Test
    void numbersOfAllTypesAreTakenAsDoubles() {
        List<DataType> types = List.of(
                DataTypes.ByteType,
                DataTypes.ShortType,
                DataTypes.IntegerType,
                DataTypes.LongType,
                DataTypes.FloatType,
                DataTypes.DoubleType,
                DataTypes.createDecimalType(12, 2));
        Dataset<Row> doubles = TestTable.column("x", DataTypes.DoubleType, 1.0, 2.0, 5.0, 9.0);
        List<Double> expected = TestTable.slot(encoded(doubles), 0);
        for (DataType type : types) {
            Dataset<Row> table = doubles.select(doubles.col("x").cast(type));
            assertThat(TestTable.slot(encoded(table), 0))
                    .as(type.simpleString())
                    .isEqualTo(expected);
        }
        assertThat(TestTable.slot(
                        encoded(TestTable.column(
                                "x",
                                DataTypes.createDecimalType(38, 2),
                                new BigDecimal("1.00"),
                                new BigDecimal("2.00"),
                                new BigDecimal("5.00"),
                                new BigDecimal("9.00"))),
                        0))
                .isEqualTo(expected);
    }

    @Test
    void missingNumbersAreZeroAndSayThatTheyAreMissing() {
        Dataset<Row> encoded = encoded(
                TestTable.column("x", DataTypes.DoubleType, 1.0, null, 3.0, Double.NaN, 2.0, Double.POSITIVE_INFINITY));
        assertThat(TestTable.slots(encoded)).containsExactly("x numeric", "x_missing binary");
        assertThat(TestTable.slot(encoded, 1)).containsExactly(0.0, 1.0, 0.0, 1.0, 0.0, 0.0);
        assertThat(TestTable.slot(encoded, 0).get(1)).isZero();
        assertThat(TestTable.slot(encoded, 0).get(5)).isEqualTo(1e6);
    }

    @Test
    void numbersFarFromZeroKeepTheirDifferences() {
        for (double start : new double[] {1e12, 1e15, -1e12}) {
            Dataset<Row> encoded = encoded(
                    TestTable.column("x", DataTypes.DoubleType, start, start + 1, start + 2, start + 3, start + 4));
            assertThat(TestTable.slot(encoded, 0).stream().map(Double::floatValue))
                    .doesNotHaveDuplicates();
        }
    }

    @Test
    void theLargestNumbersStayFinite() {
        Dataset<Row> encoded = encoded(TestTable.column(
                "x", DataTypes.DoubleType, 1e300, -Double.MAX_VALUE, Double.MAX_VALUE, 1.0, Double.MIN_VALUE));
        assertThat(TestTable.slot(encoded, 0)).allMatch(x -> Math.abs(x) <= 1e6);
    }

    @Test
    void numbersThatAreMostlyTheSameAreScaledByTheirDeviation() {
        Dataset<Row> encoded = encoded(TestTable.column("x", DataTypes.DoubleType, 0.0, 0.0, 0.0, 0.0, 10.0));
        assertThat(TestTable.slot(encoded, 0).get(4)).isCloseTo(10 / 4.0, within(1e-12));
    }

    @Test
    void aTextIsItsPlaceAmongTheFrequentOnes() {
        Dataset<Row> table =
                TestTable.column("color", DataTypes.StringType, "red", "blue", "red", "blue", "green", "red");
        TableEncoderModel model = new TableEncoder().fit(table);
        Dataset<Row> encoded = model.transform(
                TestTable.column("color", DataTypes.StringType, "red", "blue", "green", "black", null, ""));
        assertThat(TestTable.slots(encoded)).containsExactly("color nominal blue,red,__other__");
        assertThat(TestTable.slot(encoded, 0)).containsExactly(1.0, 0.0, 2.0, 2.0, 2.0, 2.0);
    }

    @Test
    void aTextThatIsMissingHasAValueOfItsOwnWhereTrainingHadHoles() {
        Dataset<Row> table = TestTable.column("color", DataTypes.StringType, "red", "", null, "red", "blue", "blue");
        Dataset<Row> encoded = encoded(table);
        assertThat(TestTable.slots(encoded)).containsExactly("color nominal blue,red,__other__,__missing__");
        assertThat(TestTable.slot(encoded, 0)).containsExactly(1.0, 3.0, 3.0, 1.0, 0.0, 0.0);
    }

    @Test
    void whereNoTextIsFrequentAllAreKept() {
        Dataset<Row> encoded = encoded(TestTable.column("color", DataTypes.StringType, "c", "a", "b"));
        assertThat(TestTable.slots(encoded)).containsExactly("color nominal a,b,c,__other__");
    }

    @Test
    void theMostFrequentTextsAreKept() {
        Dataset<Row> table = TestTable.column(
                "t", DataTypes.StringType, "d", "d", "c", "c", "c", "b", "b", "a", "__other__", "__other__");
        Dataset<Row> encoded = new TableEncoder().setMaxCategories(2).fit(table).transform(table);
        assertThat(TestTable.slots(encoded)).containsExactly("t nominal b,c,__other__");
        assertThat(TestTable.slot(encoded, 0)).containsExactly(2.0, 2.0, 1.0, 1.0, 1.0, 0.0, 0.0, 2.0, 2.0, 2.0);
    }

    @Test
    void aBooleanIsZeroOrOne() {
        Dataset<Row> table = TestTable.column("is", DataTypes.BooleanType, true, false, true);
        TableEncoderModel model = new TableEncoder().fit(table);
        assertThat(TestTable.slots(model.transform(table))).containsExactly("is binary");
        assertThat(TestTable.slot(model.transform(table), 0)).containsExactly(1.0, 0.0, 1.0);
        assertThat(TestTable.slot(model.transform(TestTable.column("is", DataTypes.BooleanType, null, false)), 0))
                .containsExactly(1.0, 0.0);
    }

    @Test
    void aBooleanHasThreeValuesWhereTrainingHadHoles() {
        Dataset<Row> encoded = encoded(TestTable.column("is", DataTypes.BooleanType, true, null, false));
        assertThat(TestTable.slots(encoded)).containsExactly("is nominal false,true,__missing__");
        assertThat(TestTable.slot(encoded, 0)).containsExactly(1.0, 2.0, 0.0);
    }

    @Test
    void aDateIsTakenApart() {
        Dataset<Row> encoded = encoded(TestTable.column(
                "day",
                DataTypes.DateType,
                Date.valueOf("2024-01-01"),
                Date.valueOf("2023-12-31"),
                null,
                Date.valueOf("2024-02-29")));
        assertThat(TestTable.slots(encoded))
                .containsExactly(
                        "day_year numeric",
                        "day_month nominal January,February,March,April,May,June,July,August,September,October,November,"
                                + "December",
                        "day_dayOfWeek nominal Monday,Tuesday,Wednesday,Thursday,Friday,Saturday,Sunday",
                        "day_days numeric",
                        "day_missing binary");
        assertThat(TestTable.slot(encoded, 1)).containsExactly(0.0, 11.0, 0.0, 1.0);
        assertThat(TestTable.slot(encoded, 2)).containsExactly(0.0, 6.0, 0.0, 3.0);
        assertThat(TestTable.slot(encoded, 3).get(0)).isZero();
        assertThat(TestTable.slot(encoded, 4)).containsExactly(0.0, 0.0, 1.0, 0.0);
    }

    @Test
    void partsOfADateThatAreTheSameInAllRowsAreLeftOut() {
        Dataset<Row> encoded = encoded(
                TestTable.column("day", DataTypes.DateType, Date.valueOf("2024-01-01"), Date.valueOf("2024-01-08")));
        assertThat(TestTable.slots(encoded)).containsExactly("day_days numeric");
    }

    @Test
    void aTimestampHasTheHourOfTheTimeZoneOfTraining() {
        Dataset<Row> table = TestTable.column(
                "at",
                DataTypes.TimestampType,
                Timestamp.from(Instant.parse("2024-06-30T21:30:00Z")),
                Timestamp.from(Instant.parse("2024-06-30T22:30:00Z")),
                Timestamp.from(Instant.parse("2024-01-31T22:30:00Z")));
        String before = LocalSpark.session().conf().get("spark.sql.session.timeZone");
        TableEncoderModel model;
        try {
            LocalSpark.session().conf().set("spark.sql.session.timeZone", "Europe/Berlin");
            model = new TableEncoder().fit(table);
        } finally {
            LocalSpark.session().conf().set("spark.sql.session.timeZone", before);
        }
        assertThat(model.timeZone()).isEqualTo("Europe/Berlin");
        Dataset<Row> encoded = model.transform(table);
        List<String> slots = TestTable.slots(encoded);
        assertThat(slots.get(0)).startsWith("at_month nominal January,");
        assertThat(slots.get(1)).startsWith("at_dayOfWeek nominal Monday,");
        assertThat(slots.get(2)).startsWith("at_hour nominal 0,1,2,");
        assertThat(slots.get(3)).isEqualTo("at_days numeric");
        assertThat(TestTable.slot(encoded, 0)).containsExactly(5.0, 6.0, 0.0);
        assertThat(TestTable.slot(encoded, 2)).containsExactly(23.0, 0.0, 23.0);
    }

    @Test
    void aTimestampWithoutATimeZoneIsReadAsItStands() {
        Dataset<Row> encoded = encoded(TestTable.column(
                "at",
                DataTypes.TimestampNTZType,
                LocalDateTime.parse("2024-03-31T02:30:00"),
                LocalDateTime.parse("1969-12-31T23:59:59")));
        assertThat(TestTable.slots(encoded)).hasSize(5);
        assertThat(TestTable.slot(encoded, 1)).containsExactly(2.0, 11.0);
        assertThat(TestTable.slot(encoded, 2)).containsExactly(6.0, 2.0);
        assertThat(TestTable.slot(encoded, 3)).containsExactly(2.0, 23.0);
    }

    @Test
    void uglyNamesWorkAndSlotsHaveNamesOfTheirOwn() {
        StructType schema = new StructType()
                .add("a.b", DataTypes.DoubleType)
                .add("with `ticks`, commas", DataTypes.StringType)
                .add("x", DataTypes.DoubleType)
                .add("x_missing", DataTypes.DoubleType)
                .add(" ", DataTypes.DoubleType);
        Dataset<Row> table = LocalSpark.of(
                List.of(
                        RowFactory.create(1.0, "u", null, 1.0, 4.0),
                        RowFactory.create(2.0, "v", 1.0, 2.0, 5.0),
                        RowFactory.create(3.0, "u", 2.0, 3.0, 6.0)),
                schema,
                2);
        assertThat(TestTable.slots(encoded(table)))
                .containsExactly(
                        "a.b numeric",
                        "with `ticks`, commas nominal u,__other__",
                        "x numeric",
                        "x_missing binary",
                        "x_missing_2 numeric",
                        "  numeric");
    }

    @Test
    void otherColumnsStayAndTheVectorIsNeverNull() {
        StructType schema = new StructType()
                .add("label", DataTypes.createMapType(DataTypes.StringType, DataTypes.StringType))
                .add("x", DataTypes.IntegerType);
        Dataset<Row> table = LocalSpark.of(List.of(RowFactory.create(null, 1), RowFactory.create(null, 2)), schema, 1);
        TableEncoder encoder = new TableEncoder().setIgnoredCols("label");
        TableEncoderModel model = encoder.fit(table);
        Dataset<Row> encoded = model.transform(table);
        assertThat(encoded.columns()).containsExactly("label", "x", "features");
        assertThat(encoded.schema()).isEqualTo(model.transformSchema(schema));
        StructField added = encoded.schema().apply("features");
        assertThat(added.nullable()).isFalse();
        assertThat(added.dataType()).isEqualTo(SQLDataTypes.VectorType());
        assertThat(encoder.transformSchema(schema).fieldNames()).containsExactly("label", "x", "features");
        assertThat(model.parent()).isSameAs(encoder);
    }

    @Test
    void theOrderOfSlotsIsThatOfInputCols() {
        StructType schema = new StructType()
                .add("a", DataTypes.IntegerType)
                .add("b", DataTypes.IntegerType)
                .add("c", DataTypes.IntegerType);
        Dataset<Row> table = LocalSpark.of(List.of(RowFactory.create(1, 2, 3), RowFactory.create(2, 3, 4)), schema, 1);
        TableEncoderModel model = new TableEncoder()
                .setInputCols("c", "a")
                .setOutputCol("features")
                .fit(table);
        assertThat(TestTable.slots(model.transform(table))).containsExactly("c numeric", "a numeric");
        assertThat(TestTable.slots(model.transform(
                        table.drop("b").withColumn("a", table.col("a").cast("double")))))
                .hasSize(2);
    }

    @Test
    void theDescriptionHasALineForEachColumn() {
        StructType schema = new StructType().add("age", DataTypes.DoubleType).add("color", DataTypes.StringType);
        Dataset<Row> table = LocalSpark.of(
                List.of(
                        RowFactory.create(30.0, "red"),
                        RowFactory.create(null, "red"),
                        RowFactory.create(40.0, "blue"),
                        RowFactory.create(41.5, "blue")),
                schema,
                1);
        TableEncoderModel model = new TableEncoder().fit(table);
        assertThat(model.describe().lines())
                .satisfiesExactly(
                        head -> assertThat(head).startsWith("4 rows, 2 columns, 3 slots, time zone "),
                        age -> assertThat(age)
                                .isEqualTo("  age    number   2 slots    centre 40, scale 8.525; 1 missing"),
                        color -> assertThat(color)
                                .isEqualTo("  color  text     1 slot     blue (2), red (2), other (0)"));
        assertThat(model.toString()).contains(model.describe());
        assertThat(model.columns()).extracting(FittedColumn::kind).containsExactly("number", "text");
        assertThat(model.columns()).extracting(FittedColumn::missing).containsExactly(1L, 0L);
        assertThat(model.columns()).extracting(FittedColumn::slots).containsExactly(2, 1);
    }
}
