package io.kindling.cluster.data;

import io.kindling.spark.data.BadDataException;
import io.kindling.text.Excerpt;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.spark.ml.linalg.SQLDataTypes;
import org.apache.spark.sql.types.BooleanType;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.NumericType;
import org.apache.spark.sql.types.StructType;

/**
 * The columns a network is fed with, in order.
 *
 * @param columns their names
 */
public record Features(List<String> columns) {

    public Features {
        columns = List.copyOf(columns);
    }

    /**
     * The columns asked for, or all but the label.
     *
     * @param asked their names; all, if none are given
     * @throws BadDataException if one does not exist or is not numeric
     */
    public static Features choose(StructType schema, Optional<List<String>> asked, String label) {
        List<String> columns = asked.orElseGet(() -> Arrays.stream(schema.fieldNames())
                .filter(name -> !name.equals(label))
                .toList());
        if (columns.isEmpty()) {
            throw new BadDataException("Training needs at least one column besides the label. There is only: "
                    + ColumnNames.list(schema) + ".");
        }
        Set<String> seen = new HashSet<>();
        for (String column : columns) {
            if (column.equals(label)) {
                throw new BadDataException("The column '" + column + "' is the label, so it cannot be a feature.");
            }
            if (!seen.add(column)) {
                throw new BadDataException("The column '" + column + "' is named twice as a feature.");
            }
        }
        Features features = new Features(columns);
        features.requireIn(schema);
        return features;
    }

    /**
     * Refuses a table without these columns.
     *
     * @throws BadDataException naming the column that is missing or not numeric
     */
    public void requireIn(StructType schema) {
        for (String column : columns) {
            if (!ColumnNames.contains(schema, column)) {
                throw new BadDataException("The column '" + Excerpt.of(column)
                        + "' of features does not exist. There are: " + ColumnNames.list(schema) + ".");
            }
            DataType type = schema.apply(column).dataType();
            if (!isUsable(type)) {
                throw new BadDataException("The column '" + column + "' of features must be numeric. It is of type "
                        + type.simpleString() + ".");
            }
        }
    }

    private static boolean isUsable(DataType type) {
        return type instanceof NumericType || type instanceof BooleanType || type.equals(SQLDataTypes.VectorType());
    }

    /** Whether they are a single vector already. */
    public boolean areVector(StructType schema) {
        return columns.size() == 1 && schema.apply(columns.get(0)).dataType().equals(SQLDataTypes.VectorType());
    }
}
