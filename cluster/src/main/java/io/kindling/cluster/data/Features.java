package io.kindling.cluster.data;

import io.kindling.cluster.cells.Kind;
import io.kindling.spark.data.BadDataException;
import io.kindling.text.Excerpt;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.spark.ml.linalg.SQLDataTypes;
import org.apache.spark.sql.types.ArrayType;
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
     * The columns asked for, or all but the label and those to be ignored.
     *
     * @param asked their names; all, if none are given
     * @param ignored the names of columns that are none
     * @throws BadDataException if one does not exist, or none is left
     */
    public static Features choose(StructType schema, Optional<List<String>> asked, List<String> ignored, String label) {
        requireNames(schema, ignored);
        Set<String> left = new HashSet<>(ignored);
        List<String> columns = asked.orElseGet(() -> Arrays.stream(schema.fieldNames())
                .filter(name -> !name.equals(label) && !left.contains(name))
                .toList());
        if (columns.isEmpty()) {
            throw new BadDataException("There is no column besides the label"
                    + (ignored.isEmpty() ? "" : " and those ignored") + ", and training needs one. There is only: "
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
        requireNames(schema, columns);
        return new Features(columns);
    }

    private static void requireNames(StructType schema, List<String> columns) {
        for (String column : columns) {
            if (!ColumnNames.contains(schema, column)) {
                throw missing(schema, column);
            }
        }
    }

    /** What is said of a column that is not there. */
    public static BadDataException missing(StructType schema, String column) {
        return new BadDataException("The column '" + Excerpt.of(column) + "' of features does not exist. There are: "
                + ColumnNames.list(schema) + ".");
    }

    /**
     * Refuses columns that a vector cannot be made of.
     *
     * @throws BadDataException naming the column that is not numeric
     */
    public void requireNumeric(StructType schema) {
        for (String column : columns) {
            DataType type = schema.apply(column).dataType();
            if (!isUsable(type)) {
                throw new BadDataException("The column '" + column + "' of features must be numeric. It is of type "
                        + type.simpleString() + ".");
            }
        }
    }

    /**
     * Refuses columns that no encoding is known for.
     *
     * @throws BadDataException naming the column that neither numbers nor texts can be made of
     */
    public void requireEncodable(StructType schema) {
        for (String column : columns) {
            DataType type = schema.apply(column).dataType();
            boolean isVector = type.equals(SQLDataTypes.VectorType())
                    || type instanceof ArrayType array && array.elementType() instanceof NumericType;
            if (Kind.of(type) == Kind.OTHER && !isVector) {
                throw new BadDataException("The column '" + Excerpt.of(column) + "' of features is of type "
                        + Excerpt.of(type.simpleString()) + ", which cannot be encoded. Leave it out with --ignore.");
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
