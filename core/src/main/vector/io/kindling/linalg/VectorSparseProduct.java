package io.kindling.linalg;

import io.kindling.math.Lanes;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;

/**
 * Sums of rows in the JDK's Vector API, with the arithmetic of {@link PlainSparseProduct} in the same order. Rows need not
 * be copied.
 *
 * <p>Sums are read and written for every four rows. Vectors that are summed over a loop would save that, but in one process
 * of four the JIT makes objects of those; eight rows at a time are no faster.
 */
public final class VectorSparseProduct implements SparseProduct {
    private static final VectorSpecies<Float> SPECIES = Lanes.SPECIES;
    private static final int LANES = SPECIES.length();

    @Override
    public void multiply(
            SparseRows left,
            float[] matrix,
            int offset,
            int units,
            float[] initial,
            int initialOffset,
            float[] result,
            int resultOffset) {
        for (int row = 0; row < left.rows(); row++) {
            int sums = resultOffset + row * units;
            System.arraycopy(initial, initialOffset, result, sums, units);
            int end = left.starts[row + 1];
            int i = left.starts[row];
            for (; i <= end - 4; i += 4) {
                addFour(left.columns, left.values, i, matrix, offset, units, result, sums);
            }
            for (; i < end; i++) {
                addOne(left.values[i], matrix, offset + left.columns[i] * units, units, result, sums);
            }
        }
    }

    private static void addFour(
            int[] columns, float[] values, int i, float[] matrix, int offset, int units, float[] result, int sums) {
        int a = offset + columns[i] * units;
        int b = offset + columns[i + 1] * units;
        int c = offset + columns[i + 2] * units;
        int d = offset + columns[i + 3] * units;
        FloatVector aFactor = Lanes.all(values[i]);
        FloatVector bFactor = Lanes.all(values[i + 1]);
        FloatVector cFactor = Lanes.all(values[i + 2]);
        FloatVector dFactor = Lanes.all(values[i + 3]);
        int at = 0;
        for (; at <= units - LANES; at += LANES) {
            FloatVector sum = FloatVector.fromArray(SPECIES, result, sums + at);
            sum = fma(aFactor, matrix, a + at, sum);
            sum = fma(bFactor, matrix, b + at, sum);
            sum = fma(cFactor, matrix, c + at, sum);
            sum = fma(dFactor, matrix, d + at, sum);
            sum.intoArray(result, sums + at);
        }
        for (; at < units; at++) {
            float sum = result[sums + at];
            sum = Math.fma(values[i], matrix[a + at], sum);
            sum = Math.fma(values[i + 1], matrix[b + at], sum);
            sum = Math.fma(values[i + 2], matrix[c + at], sum);
            sum = Math.fma(values[i + 3], matrix[d + at], sum);
            result[sums + at] = sum;
        }
    }

    private static void addOne(float value, float[] matrix, int row, int units, float[] result, int sums) {
        FloatVector factor = Lanes.all(value);
        int at = 0;
        for (; at <= units - LANES; at += LANES) {
            fma(factor, matrix, row + at, FloatVector.fromArray(SPECIES, result, sums + at))
                    .intoArray(result, sums + at);
        }
        for (; at < units; at++) {
            result[sums + at] = Math.fma(value, matrix[row + at], result[sums + at]);
        }
    }

    private static FloatVector fma(FloatVector factor, float[] matrix, int at, FloatVector sum) {
        return factor.lanewise(VectorOperators.FMA, FloatVector.fromArray(SPECIES, matrix, at), sum);
    }
}
