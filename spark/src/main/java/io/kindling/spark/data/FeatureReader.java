package io.kindling.spark.data;

import java.io.Serializable;
import java.util.Arrays;
import java.util.List;
import org.apache.spark.ml.linalg.DenseVector;
import org.apache.spark.ml.linalg.SparseVector;
import org.apache.spark.ml.linalg.Vector;
import org.apache.spark.sql.Row;

/** Reads the features of a row, whichever of the accepted types their column has. */
public final class FeatureReader implements Serializable {
    private static final long serialVersionUID = 1;

    private final String column;

    public FeatureReader(String column) {
        this.column = column;
    }

    /** The value of the column: a vector or a list of numbers. */
    Object valueOf(Row row, int position) {
        Object value = row.get(position);
        if (value == null) {
            throw new BadDataException("The column '" + column + "' of features is null in a row.");
        }
        if (value instanceof Vector) {
            return value;
        }
        return row.getList(position);
    }

    /** How many features a value has. */
    int sizeOf(Object value) {
        return value instanceof Vector vector ? vector.size() : ((List<?>) value).size();
    }

    /** The value as a sparse vector with few enough entries to keep it so, or null. */
    SparseVector sparse(Object value) {
        return value instanceof SparseVector sparse && 2 * sparse.indices().length < sparse.size() ? sparse : null;
    }

    /**
     * Reads the features of a row.
     *
     * @param features how many there must be
     * @throws BadDataException if there are others, or one is null, NaN or infinite
     */
    public void read(Row row, int position, float[] target, int offset, int features) {
        Object value = valueOf(row, position);
        requireSize(value, features);
        write(value, target, offset);
    }

    void requireSize(Object value, int features) {
        if (sizeOf(value) != features) {
            throw new BadDataException("The column '" + column + "' needs " + features
                    + " features in every row. Received a row with " + sizeOf(value) + ".");
        }
    }

    /** Writes all features of a value, zeros included. */
    void write(Object value, float[] target, int offset) {
        if (value instanceof DenseVector dense) {
            double[] values = dense.values();
            for (int i = 0; i < values.length; i++) {
                target[offset + i] = checked(values[i], i);
            }
        } else if (value instanceof SparseVector sparse) {
            Arrays.fill(target, offset, offset + sparse.size(), 0f);
            int[] indices = sparse.indices();
            for (int i = 0; i < indices.length; i++) {
                target[offset + indices[i]] = checked(sparse.values()[i], indices[i]);
            }
        } else {
            int i = 0;
            for (Object element : (List<?>) value) {
                if (element == null) {
                    throw new BadDataException("Feature " + i + " in the column '" + column + "' is null in a row.");
                }
                target[offset + i] = checked(((Number) element).doubleValue(), i);
                i++;
            }
        }
    }

    /** A feature as a float, which it must fit. */
    float checked(double value, int index) {
        float narrowed = (float) value;
        if (Float.isNaN(narrowed) || Float.isInfinite(narrowed)) {
            throw new BadDataException("Feature " + index + " in the column '" + column
                    + "' must be a finite number. Received: " + value + ".");
        }
        return narrowed;
    }
}
