package io.kindling.spark.data;

import java.io.Serializable;
import java.util.Arrays;
import java.util.Optional;
import org.apache.spark.ml.linalg.SQLDataTypes;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.ArrayType;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.NumericType;
import org.apache.spark.sql.types.StructType;

/**
 * Which columns hold what.
 *
 * @param features a vector or an array of numbers, or an array of these: (steps, features)
 * @param label a number, or several as a vector or an array where the task allows it
 * @param weight a number, or null if all rows count alike
 */
public record RowColumns(String features, String label, String weight) implements Serializable {

    /** Positions in the rows of {@link #select}. */
    static final int FEATURES = 0;

    static final int LABEL = 1;
    static final int WEIGHT = 2;

    /**
     * Refuses a schema that lacks a column or has one of the wrong type.
     *
     * @throws BadDataException naming the column, what it must be and what there is
     */
    public void requireIn(StructType schema, LabelRule labelRule) {
        requireFeatures(schema, features);
        if (!(labelRule.allowsSeveral() && isList(typeOf(schema, label, "labels")))) {
            requireNumber(schema, label, "labels");
        }
        if (weight != null) {
            requireNumber(schema, weight, "weights");
        }
    }

    /** Refuses a schema without a column of features. */
    public static void requireFeatures(StructType schema, String column) {
        DataType type = typeOf(schema, column, "features");
        if (!isNestedList(type)) {
            throw new BadDataException("The column '" + column + "' of features must be a vector or an array of"
                    + " numbers, for sequences also an array of these. It is of type " + type.simpleString() + ".");
        }
    }

    private static boolean isList(DataType type) {
        return type.equals(SQLDataTypes.VectorType())
                || type instanceof ArrayType array && array.elementType() instanceof NumericType;
    }

    private static boolean isNestedList(DataType type) {
        return isList(type) || type instanceof ArrayType array && isNestedList(array.elementType());
    }

    private static void requireNumber(StructType schema, String column, String what) {
        DataType type = typeOf(schema, column, what);
        if (!(type instanceof NumericType)) {
            throw new BadDataException("The column '" + column + "' of " + what + " must be numeric. It is of type "
                    + type.simpleString() + "; a StringIndexer turns texts into class indices.");
        }
    }

    private static DataType typeOf(StructType schema, String column, String what) {
        Optional<DataType> type = Arrays.stream(schema.fields())
                .filter(field -> field.name().equals(column))
                .map(field -> field.dataType())
                .findFirst();
        return type.orElseThrow(() -> new BadDataException("The column '" + column + "' of " + what
                + " does not exist. There are: " + String.join(", ", schema.fieldNames()) + "."));
    }

    /** The rows with just these columns, in this order, numbers as doubles. */
    Dataset<Row> select(Dataset<?> dataset, LabelRule labelRule) {
        Column[] columns = new Column[weight == null ? 2 : 3];
        columns[FEATURES] = exactly(features);
        boolean several = labelRule.allowsSeveral() && isList(typeOf(dataset.schema(), label, "labels"));
        columns[LABEL] = several ? exactly(label) : exactly(label).cast("double");
        if (weight != null) {
            columns[WEIGHT] = exactly(weight).cast("double");
        }
        return dataset.select(columns);
    }

    /** The column of this very name, dots and all. */
    static Column exactly(String name) {
        return functions.col("`" + name.replace("`", "``") + "`");
    }
}
