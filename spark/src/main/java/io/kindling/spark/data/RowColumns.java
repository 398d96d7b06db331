package io.kindling.spark.data;

import io.kindling.errors.KindlingException;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.apache.spark.ml.linalg.SQLDataTypes;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.ArrayType;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.NumericType;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;

/**
 * Which columns hold what.
 *
 * @param features one for each input of the network: a vector, a number or an array of numbers, or an array of these:
 *     (steps, features)
 * @param label a number, or several as a vector or an array where the task allows it
 * @param weight a number; an empty name, if all rows count alike
 */
public record RowColumns(List<String> features, String label, String weight) implements Serializable {

    public RowColumns {
        features = List.copyOf(features);
    }

    /** Whether rows count differently. */
    boolean isWeighted() {
        return !weight.isEmpty();
    }

    /** Where the label is in the rows of {@link #select}, in which the features come first. */
    int labelAt() {
        return features.size();
    }

    /** Where the weight is in them. */
    int weightAt() {
        return features.size() + 1;
    }

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
        if (isWeighted()) {
            requireNumber(schema, weight, "weights");
        }
    }

    /** Refuses a schema that lacks a column of features or has one of the wrong type. */
    public static void requireFeatures(StructType schema, List<String> columns) {
        for (String column : columns) {
            DataType type = typeOf(schema, column, "features");
            if (!(type instanceof NumericType || isNestedList(type))) {
                throw new BadDataException("The column '" + column + "' of features must be a vector, a number or an"
                        + " array of numbers, for sequences also an array of these. It is of type "
                        + type.simpleString() + ".");
            }
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

    /** The rows with just these columns, in this order, labels and weights as doubles. */
    Dataset<Row> select(Dataset<?> dataset, LabelRule labelRule) {
        List<Column> columns = new ArrayList<>();
        features.forEach(column -> columns.add(exactly(column)));
        boolean several = labelRule.allowsSeveral() && isList(typeOf(dataset.schema(), label, "labels"));
        columns.add(several ? exactly(label) : exactly(label).cast("double"));
        if (isWeighted()) {
            columns.add(exactly(weight).cast("double"));
        }
        return dataset.select(columns.toArray(Column[]::new));
    }

    /** The column of this very name, dots and all. */
    public static Column exactly(String name) {
        return functions.col(quoted(name));
    }

    /** A name as Spark's own texts write it, in which dots mean nothing. */
    public static String quoted(String name) {
        return "`" + name.replace("`", "``") + "`";
    }

    /**
     * A schema with a column added.
     *
     * @throws KindlingException if it has one of that name already
     */
    public static StructType extended(StructType schema, StructField field) {
        if (schema.getFieldIndex(field.name()).isDefined()) {
            throw new KindlingException("The data already has a column '" + field.name()
                    + "', which the model would add. Choose another name for one of them.");
        }
        return schema.add(field);
    }
}
