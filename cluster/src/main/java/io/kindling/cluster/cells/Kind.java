package io.kindling.cluster.cells;

import org.apache.spark.sql.types.BooleanType;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.DateType;
import org.apache.spark.sql.types.NumericType;
import org.apache.spark.sql.types.StringType;
import org.apache.spark.sql.types.TimestampNTZType;
import org.apache.spark.sql.types.TimestampType;

/** What the cells of a column are. */
public enum Kind {
    /** Whole numbers of 32 bits. */
    INT(DataTypes.IntegerType),
    /** Whole numbers of 64 bits. */
    LONG(DataTypes.LongType),
    /** Numbers. */
    NUMBER(DataTypes.DoubleType),
    BOOLEAN(DataTypes.BooleanType),
    DATE(DataTypes.DateType),
    TIMESTAMP(DataTypes.TimestampType),
    TEXT(DataTypes.StringType),
    /** What no text stands for, such as vectors. */
    OTHER(DataTypes.NullType);

    private final DataType type;

    Kind(DataType type) {
        this.type = type;
    }

    /** What Spark calls it. */
    public DataType type() {
        return type;
    }

    /** The kind of any number where it is one: a row to predict may have a fraction where training had none. */
    public Kind general() {
        return this == INT || this == LONG ? NUMBER : this;
    }

    /** What a column of this type is, as general as it can be. */
    public static Kind of(DataType type) {
        if (type instanceof NumericType) {
            return NUMBER;
        } else if (type instanceof BooleanType) {
            return BOOLEAN;
        } else if (type instanceof DateType) {
            return DATE;
        } else if (type instanceof TimestampType || type instanceof TimestampNTZType) {
            return TIMESTAMP;
        }
        return type instanceof StringType ? TEXT : OTHER;
    }
}
