package io.kindling.spark.tables;

import java.util.List;
import java.util.stream.IntStream;
import org.apache.spark.ml.linalg.DenseVector;
import org.apache.spark.ml.linalg.SparseVector;
import org.apache.spark.ml.linalg.VectorUDT;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.catalyst.util.ArrayData;

/** The elements of a vector or an array; those that are zero may be left out. */
final class Elements {
    private static final VectorUDT VECTORS = new VectorUDT();

    private final int size;
    /** Of the values, ascending; empty, if all are there. */
    private final int[] indices;

    private final double[] values;
    private final boolean dense;

    private Elements(int size, int[] indices, double[] values, boolean dense) {
        this.size = size;
        this.indices = indices;
        this.values = values;
        this.dense = dense;
    }

    private static Elements of(double[] values) {
        return new Elements(values.length, new int[0], values, true);
    }

    private static Elements of(Object vector) {
        if (vector instanceof DenseVector dense) {
            return of(dense.values());
        }
        SparseVector sparse = (SparseVector) vector;
        return new Elements(sparse.size(), sparse.indices(), sparse.values(), false);
    }

    /** As Spark keeps them itself. */
    static Elements read(InternalRow row, int column, boolean isArray) {
        if (!isArray) {
            return of(
                    VECTORS.deserialize(row.getStruct(column, VECTORS.sqlType().size())));
        }
        ArrayData array = row.getArray(column);
        return of(IntStream.range(0, array.numElements())
                .mapToDouble(i -> array.isNullAt(i) ? Double.NaN : array.getDouble(i))
                .toArray());
    }

    /** As Spark hands them to functions. */
    static Elements read(Row row, int column) {
        if (row.get(column) instanceof org.apache.spark.ml.linalg.Vector vector) {
            return of(vector);
        }
        List<Double> array = row.getList(column);
        return of(array.stream()
                .mapToDouble(value -> value == null ? Double.NaN : value)
                .toArray());
    }

    /** How many there are, zeros too. */
    int size() {
        return size;
    }

    /** How many are written out. */
    int active() {
        return values.length;
    }

    /** The place of one that is written out. */
    int index(int active) {
        return dense ? active : indices[active];
    }

    double value(int active) {
        return values[active];
    }

    boolean hasHole() {
        for (double value : values) {
            if (Double.isNaN(value)) {
                return true;
            }
        }
        return false;
    }

    /** All of them. */
    double[] toArray() {
        if (dense) {
            return values;
        }
        double[] all = new double[size];
        for (int i = 0; i < values.length; i++) {
            all[indices[i]] = values[i];
        }
        return all;
    }
}
