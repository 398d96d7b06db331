package io.kindling.cluster.data;

import io.kindling.spark.data.BadDataException;
import io.kindling.spark.data.LabelRule;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.function.DoublePredicate;
import org.apache.spark.ml.linalg.Vector;

/** What the values of a column must be. */
public interface ValueRule extends Serializable {

    /**
     * Refuses a value.
     *
     * @throws BadDataException naming the column, what it must hold and the value
     */
    void require(String column, Object value);

    /** Features: numbers that are there and finite, or vectors of them. */
    static ValueRule finite() {
        return (column, value) -> requireFeatures(column, value, Double::isFinite);
    }

    /** Features that are finite as 32-bit numbers too, which is how networks take them. */
    static ValueRule finiteFloat() {
        return (column, value) -> requireFeatures(column, value, feature -> Float.isFinite((float) feature));
    }

    private static void requireFeatures(String column, Object value, DoublePredicate good) {
        if (value instanceof Vector vector) {
            vector.foreachActive((index, entry) -> {
                if (!good.test((double) entry)) {
                    throw new BadDataException("Feature " + index + " in the column '" + column
                            + "' must be a finite number. Received: " + entry + ".");
                }
                return null;
            });
        } else if (value == null) {
            throw new BadDataException("The column '" + column
                    + "' of features must hold a finite number in every row. Received: an empty value (null).");
        } else if (value instanceof Number number && !good.test(number.doubleValue())) {
            throw new BadDataException("The column '" + column
                    + "' of features must hold a finite number in every row. Received: " + value + ".");
        }
    }

    /** A label, whatever it is. */
    static ValueRule present() {
        return (column, value) -> {
            if (value == null) {
                throw new BadDataException("The column '" + column + "' has a row without a label (null).");
            }
        };
    }

    /** Class indices from 0 to one below the number of classes. */
    static ValueRule classIndex(int classes) {
        LabelRule rule = LabelRule.classes(classes);
        return (column, value) -> {
            present().require(column, value);
            rule.require(column, ((Number) value).doubleValue());
        };
    }

    /** One of the labels a model knows. */
    static ValueRule oneOf(List<String> labels) {
        List<String> known = new ArrayList<>(labels);
        return (column, value) -> {
            present().require(column, value);
            if (!known.contains(value.toString())) {
                throw new BadDataException("The column '" + column + "' must hold labels the model was trained with: "
                        + ColumnNames.list(known) + ". Received: " + value + ".");
            }
        };
    }
}
