package io.kindling.linalg;

import io.kindling.errors.KindlingException;
import java.nio.FloatBuffer;
import java.util.Objects;
import org.bytedeco.javacpp.FloatPointer;
import org.bytedeco.javacpp.Pointer;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/**
 * A row-major float matrix in native memory: an operand of {@link MatrixProduct}.
 *
 * <p>Everything else in a network lives in {@code float[]}, where the JIT vectorizes plain loops; a matrix is copied
 * in before and out after a product. {@link #close()} frees the memory at once.
 */
public final class NativeMatrix implements AutoCloseable {
    private final int rows;
    private final int columns;
    /** How many numbers the starts of two rows are apart. */
    private final int stride;

    /** Null if the memory is another matrix's. */
    private final INDArray array;

    private final FloatPointer pointer;
    private final FloatBuffer buffer;

    /**
     * Allocates a matrix; its values are undefined until written.
     *
     * @throws KindlingException if it would be empty or hold more than 2^31 - 1 values
     */
    public NativeMatrix(int rows, int columns) {
        if (rows <= 0 || columns <= 0 || (long) rows * columns > Integer.MAX_VALUE) {
            throw new KindlingException("A native matrix needs positive rows and columns, at most " + Integer.MAX_VALUE
                    + " values. Received: " + rows + " x " + columns + ".");
        }
        NativeRuntime.initialize();
        this.rows = rows;
        this.columns = columns;
        this.stride = columns;
        this.array = Nd4j.createUninitializedDetached(DataType.FLOAT, 'c', rows, columns);
        // Of its own, as its position changes.
        this.pointer = new FloatPointer(array.data().addressPointer());
        this.buffer = array.data().asNioFloat();
    }

    private NativeMatrix() {
        this.rows = 0;
        this.columns = 0;
        this.stride = 0;
        this.array = null;
        this.pointer = new FloatPointer();
        this.buffer = FloatBuffer.allocate(0);
    }

    /** A matrix that nobody uses, where one that is used would take memory. */
    public static NativeMatrix empty() {
        return new NativeMatrix();
    }

    private NativeMatrix(NativeMatrix whole, int row, int rows, int column, int columns) {
        this.rows = rows;
        this.columns = columns;
        this.stride = whole.stride;
        this.array = null;
        int start = row * stride + column;
        this.pointer = whole.pointer.getPointer(start);
        this.buffer = whole.buffer.slice(start, (rows - 1) * stride + columns);
    }

    /**
     * The rows from one on, as a matrix in the same memory, which ends with this one; closing it does nothing.
     *
     * @throws IndexOutOfBoundsException if there is no such row
     */
    public NativeMatrix from(int row) {
        return new NativeMatrix(this, Objects.checkIndex(row, rows), rows - row, 0, columns);
    }

    /**
     * Some columns of some rows, as a matrix in the same memory that only products take: its rows do not follow one another.
     * Closing it does nothing.
     *
     * @throws IndexOutOfBoundsException if there are no such rows or columns
     */
    public NativeMatrix block(int row, int rowCount, int column, int columnCount) {
        Objects.checkFromIndexSize(row, rowCount, rows);
        Objects.checkFromIndexSize(column, columnCount, columns);
        return new NativeMatrix(this, row, rowCount, column, columnCount);
    }

    private void requireRows() {
        if (stride != columns) {
            throw new IllegalStateException("The rows of a block do not follow one another.");
        }
    }

    /** How many numbers the starts of two rows are apart. */
    int stride() {
        return stride;
    }

    public int rows() {
        return rows;
    }

    public int columns() {
        return columns;
    }

    /** Copies {@code count} values from {@code source} to the start of this matrix. */
    public void write(float[] source, int offset, int count) {
        requireRows();
        buffer.put(0, source, offset, count);
    }

    /**
     * Copies {@code source} to the start of this matrix and again after it, until {@code count} values are written.
     *
     * @throws KindlingException if the source is empty
     */
    public void repeat(float[] source, int count) {
        if (source.length == 0) {
            throw new KindlingException("There is nothing to repeat: the source is empty.");
        }
        requireRows();
        for (int from = 0; from < count; from += source.length) {
            buffer.put(from, source, 0, Math.min(source.length, count - from));
        }
    }

    /** Sets all values to zero. */
    public void clear() {
        clear(rows);
    }

    /** Sets the values of the first rows to zero. */
    void clear(int first) {
        requireRows();
        Pointer.memset(pointer, 0, (long) first * columns * Float.BYTES);
    }

    /** Copies the first {@code count} values of this matrix into {@code target}. */
    public void read(float[] target, int offset, int count) {
        requireRows();
        buffer.get(0, target, offset, count);
    }

    /** Lets products begin at a row, until another is set. */
    void startAt(int row) {
        pointer.position((long) row * stride);
    }

    FloatPointer pointer() {
        return pointer;
    }

    @Override
    public void close() {
        if (array != null && array.closeable()) {
            array.close();
        }
    }
}
