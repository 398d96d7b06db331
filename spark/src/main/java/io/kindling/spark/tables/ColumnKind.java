package io.kindling.spark.tables;

import io.kindling.spark.data.BadDataException;
import io.kindling.spark.data.RowColumns;
import java.util.Locale;
import java.util.Optional;
import org.apache.spark.ml.linalg.SQLDataTypes;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.ArrayType;
import org.apache.spark.sql.types.BooleanType;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DateType;
import org.apache.spark.sql.types.NullType;
import org.apache.spark.sql.types.NumericType;
import org.apache.spark.sql.types.StringType;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.TimestampNTZType;
import org.apache.spark.sql.types.TimestampType;

/** The kinds of columns, and the one type that the values of each are brought to before they are learned or encoded. */
enum ColumnKind {
    /** Any numeric type, as doubles. */
    NUMBER,
    /** Texts. */
    TEXT,
    /** Booleans. */
    BOOLEAN,
    /** Dates and timestamps, as the microseconds a clock on the wall would show since 1970. */
    TIME,
    /** Vectors, and arrays of numbers as arrays of doubles. */
    VECTOR;

    private static final long DAY = 86_400_000_000L;
    private static final long HOUR = 3_600_000_000L;

    /**
     * The kind of a column.
     *
     * @throws BadDataException if its type has none
     */
    static ColumnKind of(StructField field) {
        return find(field.dataType())
                .orElseThrow(() -> new BadDataException("The column '" + field.name() + "' is of type "
                        + field.dataType().simpleString()
                        + ", which cannot be encoded: numbers, texts, booleans, dates, timestamps, vectors and arrays of"
                        + " numbers can. Turn it into one of these, or name it in ignoredCols."));
    }

    private static Optional<ColumnKind> find(DataType type) {
        if (type instanceof NumericType) {
            return Optional.of(NUMBER);
        } else if (type instanceof StringType || type instanceof NullType) {
            return Optional.of(TEXT);
        } else if (type instanceof BooleanType) {
            return Optional.of(BOOLEAN);
        } else if (type instanceof DateType || hasHours(type)) {
            return Optional.of(TIME);
        } else if (type.equals(SQLDataTypes.VectorType())
                || type instanceof ArrayType array && array.elementType() instanceof NumericType) {
            return Optional.of(VECTOR);
        }
        return Optional.empty();
    }

    /** Whether a type says what time of the day it is. */
    static boolean hasHours(DataType type) {
        return type instanceof TimestampType || type instanceof TimestampNTZType;
    }

    /** As a message names it. */
    String text() {
        return name().toLowerCase(Locale.ROOT);
    }

    /**
     * The values of a column in the type of its kind.
     *
     * @param zone where the clock hangs that timestamps are read from
     */
    Column read(StructField field, String zone) {
        Column column = RowColumns.exactly(field.name());
        DataType type = field.dataType();
        return switch (this) {
            case NUMBER -> column.cast("double");
            case TEXT -> column.cast("string");
            case BOOLEAN -> column;
            case TIME -> wallClock(column, type, zone);
            case VECTOR -> type instanceof ArrayType ? column.cast("array<double>") : column;
        };
    }

    private static Column wallClock(Column column, DataType type, String zone) {
        if (type instanceof TimestampType) {
            return functions.unix_micros(functions.from_utc_timestamp(column, zone));
        }
        Column days = functions.unix_date(column.cast("date")).cast("long").multiply(DAY);
        return type instanceof DateType
                ? days
                : days.plus(functions.hour(column).cast("long").multiply(HOUR));
    }
}
