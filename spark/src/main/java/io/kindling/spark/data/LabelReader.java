package io.kindling.spark.data;

import java.util.List;
import org.apache.spark.ml.linalg.Vector;
import org.apache.spark.sql.Row;

/** Reads the labels of rows: a number, or several as a vector or an array; all of a partition need as many. */
final class LabelReader {
    private final String column;
    private final int position;
    private final LabelRule rule;
    private float[] labels;
    private double smallest = Double.POSITIVE_INFINITY;
    private double largest = Double.NEGATIVE_INFINITY;

    /** Of a column that lies at a position of every row. */
    LabelReader(String column, int position, LabelRule rule) {
        this.column = column;
        this.position = position;
        this.rule = rule;
    }

    /**
     * The labels of a row, in an array that the next call writes again.
     *
     * @throws BadDataException if one is null or breaks the rule, or there are others than in the row before
     */
    float[] read(Row row) {
        Object value = row.get(position);
        if (value == null) {
            throw new BadDataException("The column '" + column + "' has a row without a label (null).");
        }
        if (value instanceof Double number) {
            allocate(1);
            labels[0] = checked(number);
        } else if (value instanceof Vector vector) {
            allocate(vector.size());
            for (int i = 0; i < labels.length; i++) {
                labels[i] = checked(vector.apply(i));
            }
        } else {
            readList(row.getList(position));
        }
        return labels;
    }

    /** The smallest label so far; infinite if there was none. */
    double smallest() {
        return smallest;
    }

    /** The largest label so far; infinite if there was none. */
    double largest() {
        return largest;
    }

    private void readList(List<?> values) {
        allocate(values.size());
        for (int i = 0; i < labels.length; i++) {
            if (!(values.get(i) instanceof Number number)) {
                throw new BadDataException("Label " + i + " in the column '" + column + "' is null in a row.");
            }
            labels[i] = checked(number.doubleValue());
        }
    }

    private float checked(double label) {
        rule.require(column, label);
        smallest = Math.min(smallest, label);
        largest = Math.max(largest, label);
        return (float) label;
    }

    private void allocate(int size) {
        if (labels == null && size > 0) {
            labels = new float[size];
        } else if (labels == null || labels.length != size) {
            throw new BadDataException("The column '" + column + "' needs as many labels in every row, at least one."
                    + " Received a row with " + size
                    + (labels == null ? "." : " after one with " + labels.length + "."));
        }
    }
}
