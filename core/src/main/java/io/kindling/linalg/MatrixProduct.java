package io.kindling.linalg;

import static org.bytedeco.openblas.global.openblas_nolapack.CblasNoTrans;
import static org.bytedeco.openblas.global.openblas_nolapack.CblasRowMajor;
import static org.bytedeco.openblas.global.openblas_nolapack.CblasTrans;
import static org.bytedeco.openblas.global.openblas_nolapack.cblas_sgemm;
import static org.bytedeco.openblas.global.openblas_nolapack.cblas_sgemv;

import io.kindling.errors.KindlingException;

/**
 * Products of row-major native matrices.
 *
 * <p>They call the OpenBLAS binding that ND4J's own CPU backend calls, without ND4J's dispatch (about 10 µs a call,
 * as long as a whole product of a small network takes). {@code rows} is how many rows of the mini-batch are in use;
 * where OpenBLAS is quicker with fewer, they are taken in pieces ({@link KernelSet#rowsAtOnce}).
 */
public final class MatrixProduct {

    private MatrixProduct() {}

    /** {@code c[rows, n] = a[rows, k] · b[k, n]}. */
    public static void multiply(NativeMatrix a, NativeMatrix b, NativeMatrix c, int rows) {
        multiply(a, b, c, rows, false);
    }

    /** {@code c[rows, n] += a[rows, k] · b[k, n]}. */
    public static void addProduct(NativeMatrix a, NativeMatrix b, NativeMatrix c, int rows) {
        multiply(a, b, c, rows, true);
    }

    private static void multiply(NativeMatrix a, NativeMatrix b, NativeMatrix c, int rows, boolean adding) {
        requireFit(a.columns() == b.rows()
                && c.columns() == b.columns()
                && rows >= 0
                && rows <= a.rows()
                && rows <= c.rows());
        float keep = adding ? 1f : keep(c, rows);
        int piece = KernelSet.rowsAtOnce(rows, b.rows(), b.columns());
        for (int from = 0; from < rows; from += piece) {
            a.startAt(from);
            c.startAt(from);
            sgemm(CblasNoTrans, CblasNoTrans, Math.min(piece, rows - from), b.columns(), a.columns(), a, b, keep, c);
        }
        a.startAt(0);
        c.startAt(0);
    }

    /** {@code c[k, n] = aᵀ[k, rows] · b[rows, n]}: the gradient of a kernel. */
    public static void multiplyTransposedLeft(NativeMatrix a, NativeMatrix b, NativeMatrix c, int rows) {
        multiplyTransposedLeft(a, b, c, rows, false);
    }

    /** {@code c[k, n] += aᵀ[k, rows] · b[rows, n]}; with a column of ones on the left, sums of rows. */
    public static void addProductTransposedLeft(NativeMatrix a, NativeMatrix b, NativeMatrix c, int rows) {
        multiplyTransposedLeft(a, b, c, rows, true);
    }

    private static void multiplyTransposedLeft(
            NativeMatrix a, NativeMatrix b, NativeMatrix c, int rows, boolean adding) {
        requireFit(c.rows() == a.columns()
                && c.columns() == b.columns()
                && rows >= 0
                && rows <= a.rows()
                && rows <= b.rows());
        float keep = adding ? 1f : keep(c, c.rows());
        if (a.columns() == 1 && a.stride() == 1 && rows > 0) {
            sumRows(a, b, c, rows, keep);
            return;
        }
        int piece = KernelSet.rowsAtOnce(rows, a.columns(), b.columns());
        int from = 0;
        do {
            a.startAt(from);
            b.startAt(from);
            int count = Math.min(piece, rows - from);
            sgemm(CblasTrans, CblasNoTrans, a.columns(), b.columns(), count, a, b, from == 0 ? keep : 1f, c);
            from += piece;
        } while (from < rows);
        a.startAt(0);
        b.startAt(0);
    }

    /** {@code c[rows, k] = a[rows, n] · bᵀ[n, k]}: the gradient of an input. */
    public static void multiplyTransposedRight(NativeMatrix a, NativeMatrix b, NativeMatrix c, int rows) {
        requireFit(a.columns() == b.columns()
                && c.columns() == b.rows()
                && rows >= 0
                && rows <= a.rows()
                && rows <= c.rows());
        sgemm(CblasNoTrans, CblasTrans, rows, b.rows(), a.columns(), a, b, keep(c, rows), c);
    }

    /** {@code c[rows, k] += a[rows, n] · bᵀ[n, k]}. */
    public static void addProductTransposedRight(NativeMatrix a, NativeMatrix b, NativeMatrix c, int rows) {
        requireFit(a.columns() == b.columns()
                && c.columns() == b.rows()
                && rows >= 0
                && rows <= a.rows()
                && rows <= c.rows());
        sgemm(CblasNoTrans, CblasTrans, rows, b.rows(), a.columns(), a, b, 1f, c);
    }

    /** By what the rows of a product are multiplied before it is added, where nothing of them is to be left. */
    private static float keep(NativeMatrix c, int rows) {
        if (KernelSet.clearsSlowly() && c.stride() == c.columns()) {
            c.clear(rows);
            return 1f;
        }
        return 0f;
    }

    /** {@code c[1, n] = weightsᵀ[1, rows] · b[rows, n] + keep · c}: of one row, a tenth of the time of a general product. */
    private static void sumRows(NativeMatrix weights, NativeMatrix b, NativeMatrix c, int rows, float keep) {
        cblas_sgemv(
                CblasRowMajor,
                CblasTrans,
                rows,
                b.columns(),
                1f,
                b.pointer(),
                b.stride(),
                weights.pointer(),
                1,
                keep,
                c.pointer(),
                1);
    }

    /** {@code c = a · b + keep · c}, each from where it starts. */
    private static void sgemm(
            int transposeA,
            int transposeB,
            int m,
            int n,
            int k,
            NativeMatrix a,
            NativeMatrix b,
            float keep,
            NativeMatrix c) {
        cblas_sgemm(
                CblasRowMajor,
                transposeA,
                transposeB,
                m,
                n,
                k,
                1f,
                a.pointer(),
                a.stride(),
                b.pointer(),
                b.stride(),
                keep,
                c.pointer(),
                c.stride());
    }

    /** A wrong shape would read or write foreign native memory, so it must never reach the call. */
    private static void requireFit(boolean fits) {
        if (!fits) {
            throw new KindlingException("The shapes of a matrix product do not fit.");
        }
    }
}
