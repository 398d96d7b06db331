package io.kindling.data;

import java.util.Arrays;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/**
 * Examples written out, which blocks are made from and compared with.
 *
 * @param rows how many
 * @param features of each
 * @param labels of each
 * @param values the features, row-major, about half of them zero
 * @param labelValues the labels, row-major
 * @param weights one per example, or null
 */
record Tables(int rows, int features, int labels, float[] values, float[] labelValues, float[] weights) {

    static Arbitrary<Tables> any() {
        Arbitrary<Integer> columns = Arbitraries.integers().between(1, 5);
        return Combinators.combine(
                        Arbitraries.integers().between(0, 17),
                        columns,
                        columns,
                        Arbitraries.floats().between(-9, 9).array(float[].class).ofSize(17 * 11),
                        Arbitraries.of(true, false))
                .as(Tables::of);
    }

    private static Tables of(int rows, int features, int labels, float[] source, boolean weighted) {
        float[] values = new float[rows * features];
        for (int i = 0; i < values.length; i++) {
            values[i] = Math.max(0, source[i]);
        }
        float[] labelValues = new float[rows * labels];
        System.arraycopy(source, rows * features, labelValues, 0, labelValues.length);
        float[] weights = new float[rows];
        System.arraycopy(source, rows * (features + labels), weights, 0, rows);
        return new Tables(rows, features, labels, values, labelValues, weighted ? weights : null);
    }

    DenseBlock dense() {
        return new DenseBlock(features, values, labels, labelValues, weights);
    }

    SparseBlock sparse() {
        int[] starts = new int[rows + 1];
        int[] indices = new int[values.length];
        float[] given = new float[values.length];
        int count = 0;
        for (int i = 0; i < values.length; i++) {
            if (values[i] != 0) {
                indices[count] = i % features;
                given[count] = values[i];
                count++;
            }
            starts[i / features + 1] = count;
        }
        return new SparseBlock(
                features,
                starts,
                Arrays.copyOf(indices, count),
                Arrays.copyOf(given, count),
                labels,
                labelValues,
                weights);
    }
}
