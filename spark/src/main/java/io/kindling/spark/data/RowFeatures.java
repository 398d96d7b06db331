package io.kindling.spark.data;

import java.util.List;
import org.apache.spark.sql.Row;

/** The features of one row at a time: what its columns hold, one after the other. */
final class RowFeatures {
    private final List<FeatureReader> readers;
    private final Object[] values;
    /** The shape in each column, and how many numbers that is; those of the first row. */
    private int[][] shapes = {};

    private int[] sizes = {};
    private int size;

    /** Of rows that begin with these columns. */
    RowFeatures(List<String> columns) {
        this.readers = columns.stream().map(FeatureReader::new).toList();
        this.values = new Object[columns.size()];
    }

    /**
     * Goes to a row.
     *
     * @throws BadDataException if a column is null in it
     */
    void take(Row row) {
        for (int i = 0; i < values.length; i++) {
            values[i] = readers.get(i).valueOf(row, i);
        }
    }

    /**
     * Takes the shapes of this row for those that every row needs.
     *
     * @throws BadDataException if it has none, or more numbers than a row can
     */
    void keepShapes() {
        shapes = new int[values.length][];
        sizes = new int[values.length];
        long all = 0;
        for (int i = 0; i < values.length; i++) {
            shapes[i] = readers.get(i).shapeOf(values[i]);
            sizes[i] = Shapes.size(shapes[i]);
            all += sizes[i];
        }
        if (all > Integer.MAX_VALUE) {
            throw new BadDataException("The columns of features may have at most " + Integer.MAX_VALUE
                    + " features together. Received: " + all + ".");
        }
        size = (int) all;
    }

    /** Refuses a row of other shapes than those that were kept. */
    void requireShapes() {
        for (int i = 0; i < values.length; i++) {
            readers.get(i).requireShape(values[i], shapes[i]);
        }
    }

    /** The shape in each column; none before the first row. */
    int[][] shapes() {
        return shapes;
    }

    /** How many numbers there are in each row. */
    int size() {
        return size;
    }

    /** How many of them are kept if zeros of vectors are not. */
    int kept() {
        int kept = 0;
        for (int i = 0; i < values.length; i++) {
            kept += readers.get(i).kept(values[i], sizes[i]);
        }
        return kept;
    }

    /** Whether less than half is kept if zeros of vectors are not. */
    boolean isSparse() {
        return 2L * kept() < size;
    }

    /** Writes all features, zeros included. */
    void write(float[] target, int offset) {
        int at = offset;
        for (int i = 0; i < values.length; i++) {
            at += readers.get(i).write(values[i], target, at);
        }
    }

    /**
     * Writes the features that are not zero, with their places in the row.
     *
     * @param offset where in both arrays, which need room for {@link #kept()} from there
     * @return where the last ends
     */
    int writeSparse(int[] indices, float[] target, int offset) {
        int at = offset;
        int first = 0;
        for (int i = 0; i < values.length; i++) {
            at = readers.get(i).writeSparse(values[i], first, indices, target, at);
            first += sizes[i];
        }
        return at;
    }
}
