package io.kindling.spark.data;

import io.kindling.data.FeatureRows;
import io.kindling.math.Rows;
import java.io.Serializable;
import java.util.Arrays;
import java.util.List;
import org.apache.spark.ml.linalg.DenseVector;
import org.apache.spark.ml.linalg.SparseVector;
import org.apache.spark.ml.linalg.Vector;
import org.apache.spark.sql.Row;
import scala.collection.JavaConverters;
import scala.collection.Seq;

/** Reads the features of a row, whichever of the accepted types their column has. */
public final class FeatureReader implements Serializable {
    private static final long serialVersionUID = 1;

    private final String column;

    public FeatureReader(String column) {
        this.column = column;
    }

    /** The value of the column: a number, a vector, or a list of numbers or of such values. */
    Object valueOf(Row row, int position) {
        Object value = row.get(position);
        if (value == null) {
            throw new BadDataException("The column '" + column + "' of features is null in a row.");
        }
        return value instanceof Seq<?> sequence ? listOf(sequence) : value;
    }

    /**
     * How long a value is, and each of its parts if it is nested: (features) or (steps, features); a number is as one
     * feature.
     *
     * @throws BadDataException if parts differ
     */
    int[] shapeOf(Object value) {
        if (value instanceof Vector vector) {
            return new int[] {vector.size()};
        } else if (value instanceof Number) {
            return new int[] {1};
        }
        List<?> list = listOf(value);
        if (list.isEmpty() || !isNested(list.get(0))) {
            return new int[] {list.size()};
        }
        int[] part = shapeOf(list.get(0));
        for (Object other : list) {
            if (!isNested(other) || !Arrays.equals(shapeOf(other), part)) {
                throw new BadDataException("The column '" + column + "' needs steps of the same length within a row."
                        + " Received one of " + (isNested(other) ? Shapes.text(shapeOf(other)) : "null")
                        + " after one of " + Shapes.text(part) + ".");
            }
        }
        int[] shape = new int[part.length + 1];
        shape[0] = list.size();
        System.arraycopy(part, 0, shape, 1, part.length);
        return shape;
    }

    private static boolean isNested(Object element) {
        return element instanceof Vector || element instanceof Seq || element instanceof List;
    }

    /** Arrays within a row come as Scala's sequences. */
    private static List<?> listOf(Object value) {
        return value instanceof Seq<?> sequence ? JavaConverters.seqAsJavaList(sequence) : (List<?>) value;
    }

    /** How many of so many numbers are kept if the zeros of vectors are not. */
    int kept(Object value, int size) {
        return value instanceof Vector vector ? vector.numNonzeros() : size;
    }

    /**
     * Adds the features of a row to others, without its zeros if it and they come so.
     *
     * @param features how many there must be
     * @throws BadDataException if there are others, or one is null, NaN or infinite
     */
    public void read(Row row, int position, FeatureRows target, int features) {
        Object value = valueOf(row, position);
        int size = Shapes.size(shapeOf(value));
        if (size != features) {
            throw new BadDataException("The column '" + column + "' needs " + features(Integer.toString(features))
                    + " in every row. Received a row with " + size + ".");
        }
        if (target.isSparse() && value instanceof SparseVector sparse && 2L * kept(sparse, size) < size) {
            append(sparse, target);
        } else {
            write(value, target.all(), target.addWritten());
        }
    }

    private void append(SparseVector vector, FeatureRows target) {
        int[] indices = vector.indices();
        int[] columns = new int[indices.length];
        float[] values = new float[indices.length];
        int given = 0;
        for (int i = 0; i < indices.length; i++) {
            float value = checked(vector.values()[i], indices[i]);
            if (value != 0) {
                columns[given] = indices[i];
                values[given++] = value;
            }
        }
        target.sparse().append(columns, values, 0, given, 0);
        target.sparseAdded();
    }

    /** Refuses a value of another shape than that of the rows before. */
    void requireShape(Object value, int[] shape) {
        int[] received = shapeOf(value);
        if (!Arrays.equals(received, shape)) {
            throw new BadDataException("The column '" + column + "' needs " + features(Shapes.text(shape))
                    + " in every row. Received a row with " + Shapes.text(received) + ".");
        }
    }

    private static String features(String count) {
        return count + (count.equals("1") ? " feature" : " features");
    }

    /** Writes all features of a value, zeros included, and returns how many there are. */
    int write(Object value, float[] target, int offset) {
        if (value instanceof DenseVector dense) {
            writeDense(dense.values(), target, offset);
            return dense.size();
        } else if (value instanceof SparseVector sparse) {
            Arrays.fill(target, offset, offset + sparse.size(), 0f);
            int[] indices = sparse.indices();
            for (int i = 0; i < indices.length; i++) {
                target[offset + indices[i]] = checked(sparse.values()[i], indices[i]);
            }
            return sparse.size();
        } else if (value instanceof Number number) {
            target[offset] = checked(number.doubleValue(), 0);
            return 1;
        }
        int written = 0;
        for (Object element : listOf(value)) {
            if (isNested(element)) {
                written += write(element, target, offset + written);
            } else if (element instanceof Number number) {
                target[offset + written] = checked(number.doubleValue(), written);
                written++;
            } else {
                throw new BadDataException("Feature " + written + " in the column '" + column + "' is null in a row.");
            }
        }
        return written;
    }

    /**
     * Writes the features of a value that are not zero, with their places in the row.
     *
     * @param first the place of its first feature
     * @param at where in both arrays, which need room for what is {@link #kept}
     * @return where the last ends
     */
    int writeSparse(Object value, int first, int[] indices, float[] target, int at) {
        return value instanceof Vector vector
                ? writeSparse(vector, first, indices, target, at)
                : writeSparse(write(value, target, at), first, indices, target, at);
    }

    private int writeSparse(Vector vector, int first, int[] indices, float[] target, int at) {
        int[] given = vector instanceof SparseVector entries ? entries.indices() : null;
        double[] numbers = vector instanceof SparseVector entries ? entries.values() : vector.toArray();
        int end = at;
        for (int i = 0; i < numbers.length; i++) {
            if (numbers[i] != 0) {
                int index = given == null ? i : given[i];
                target[end] = checked(numbers[i], index);
                indices[end++] = first + index;
            }
        }
        return end;
    }

    /** Of numbers that are written already, those that are not zero move up. */
    private static int writeSparse(int count, int first, int[] indices, float[] target, int at) {
        int end = at;
        for (int i = 0; i < count; i++) {
            if (target[at + i] != 0) {
                target[end] = target[at + i];
                indices[end++] = first + i;
            }
        }
        return end;
    }

    /** A sum shows a number that is not finite, so that only few rows are looked through one by one. */
    private void writeDense(double[] values, float[] target, int offset) {
        for (int i = 0; i < values.length; i++) {
            target[offset + i] = (float) values[i];
        }
        if (!Float.isFinite(Rows.sum(target, offset, values.length))) {
            for (int i = 0; i < values.length; i++) {
                checked(values[i], i);
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
