package io.kindling.cluster.data;

import io.kindling.errors.KindlingException;
import io.kindling.spark.data.BadDataException;
import java.util.List;
import java.util.Optional;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;
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
            throw new BadDataException("The column '" + column + "' of labels does not exist: there is no column "
                    + column + ". There are: " + ColumnNames.list(schema)
                    + (CsvHeader.looksLikeData(List.of(schema.fieldNames()))
                            ? "; the first line looks like data, say --no-header if it is."
                            : "."));
        }
    }

    /** The rows that have a label. */
    public static Dataset<Row> present(Dataset<Row> rows, String column, LabelCounts counts) {
        if (counts.unlabelled() == 0) {
            return rows;
        }
        Column label = ColumnNames.column(rows, column);
        Column none = rows.schema().apply(column).dataType() instanceof StringType
                ? label.isin(counts.noLabels().toArray())
                : functions.isnan(label);
        return rows.filter(label.isNotNull().and(functions.not(none)));
    }

    /** What a person should know of rows without a label. */
    public static List<String> notices(String column, LabelCounts counts) {
        long rows = counts.unlabelled();
        return rows == 0
                ? List.of()
                : List.of(rows + (rows == 1 ? " row has" : " rows have") + " no label in the column '" + column
                        + "' and " + (rows == 1 ? "is" : "are") + " left out.");
    }
}
