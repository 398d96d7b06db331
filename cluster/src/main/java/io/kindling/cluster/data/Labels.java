package io.kindling.cluster.data;

import io.kindling.errors.KindlingException;
import io.kindling.spark.data.BadDataException;
import java.util.Optional;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.NumericType;
import org.apache.spark.sql.types.StringType;
import org.apache.spark.sql.types.StructType;

/** The column that says what each row is. */
public final class Labels {
    private static final String FIXED = "label";

    private Labels() {}

    /**
     * Which column it is.
     *
     * @param asked its name, if one was given
     * @throws KindlingException if one must be
     * @throws BadDataException listing the columns there are, if it is none of them
     */
    public static String column(Optional<String> asked, DataFile file, StructType schema) {
        if (asked.isEmpty() && !file.format().hasFixedColumns()) {
            throw new KindlingException(
                    "--label is needed: the column of labels. There are: " + ColumnNames.list(schema) + ".");
        }
        String column = asked.orElse(FIXED);
        if (file.format() == DataFormat.IDX && !ColumnNames.contains(schema, column)) {
            throw new KindlingException("The images in " + file.path()
                    + " need a file of labels beside them, of the same name with 'labels' for 'images' and 'idx1' for"
                    + " 'idx3'.");
        }
        requireIn(schema, column);
        return column;
    }

    /**
     * Refuses a table without it.
     *
     * @throws BadDataException listing the columns there are
     */
    public static void requireIn(StructType schema, String column) {
        if (!ColumnNames.contains(schema, column)) {
            throw new BadDataException("The column '" + column + "' of labels does not exist. There are: "
                    + ColumnNames.list(schema) + ".");
        }
    }

    /** Whether they are class indices already. */
    public static boolean areNumbers(StructType schema, String column) {
        return schema.apply(column).dataType() instanceof NumericType;
    }

    /** The table with labels that are neither numbers nor texts, such as booleans, written as texts. */
    public static Dataset<Row> asNumbersOrTexts(Dataset<Row> rows, String column) {
        requireIn(rows.schema(), column);
        boolean usable =
                areNumbers(rows.schema(), column) || rows.schema().apply(column).dataType() instanceof StringType;
        return usable
                ? rows
                : rows.withColumn(column, ColumnNames.column(rows, column).cast("string"));
    }
}
