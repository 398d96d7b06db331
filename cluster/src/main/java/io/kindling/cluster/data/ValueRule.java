package io.kindling.cluster.data;

import io.kindling.spark.data.BadDataException;
import io.kindling.spark.data.LabelRule;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import org.apache.spark.ml.linalg.Vector;

/** What the values of a column must be. */
public interface ValueRule extends Serializable {

    /**
     * Refuses a value.
     *
     * @throws BadDataException naming the column, what it must hold and the value
     */
    void require(String column, Object value);

    /** Numbers that are there and finite; a vector of them. */
    static ValueRule finite() {
        return (column, value) -> {
            double sum = 0;
            if (value instanceof Vector vector) {
                for (double entry : vector.toArray()) {
                    sum += entry - entry;
                }
            } else if (value instanceof Number number) {
                sum = number.doubleValue() - number.doubleValue();
            }
            if (value == null || Double.isNaN(sum)) {
                throw new BadDataException("The column '" + column
                        + "' of features must hold a finite number in every row. Received: "
                        + (value instanceof Vector ? "a vector with NaN or infinity" : shown(value)) + ".");
            }
        };
    }

    /** Anything that is there. */
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
                throw new BadDataException("The column '" + column
                        + "' must hold labels the model was trained with: " + String.join(", ", known)
                        + ". Received: " + value + ".");
            }
        };
    }

    private static String shown(Object value) {
        return value == null ? "an empty value (null)" : value.toString();
    }
}
