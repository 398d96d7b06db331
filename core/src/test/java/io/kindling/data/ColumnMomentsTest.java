package io.kindling.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.kindling.random.RandomKey;
import org.junit.jupiter.api.Test;

/** Means and variances are the same bits however rows are cut into parts, and right where sums of doubles are not. */
class ColumnMomentsTest {
    private static final int ROWS = 10_000;

    /** Numbers of very different sizes. */
    private static float number(int row) {
        return (float) (Math.exp(8 * RandomKey.of(1).gaussianAt(row)) * (row % 2 == 0 ? 1 : -1));
    }

    private static ColumnMoments of(int parts) {
        ColumnMoments all = new ColumnMoments(1);
        for (int part = 0; part < parts; part++) {
            ColumnMoments some = new ColumnMoments(1);
            for (int row = part * ROWS / parts; row < (part + 1) * ROWS / parts; row++) {
                some.add(0, number(row));
                some.addRows(1);
            }
            all.plus(some);
        }
        return all;
    }

    @Test
    void partsDoNotShow() {
        ColumnMoments whole = of(1);
        for (int parts : new int[] {2, 3, 7, 100}) {
            assertThat(of(parts).mean(0)).isEqualTo(whole.mean(0));
            assertThat(of(parts).variance(0)).isEqualTo(whole.variance(0));
            assertThat(of(parts).meanSquareOfGiven(0)).isEqualTo(whole.meanSquareOfGiven(0));
        }
    }

    /** Deviation 1 about ten million: sums of squares in double would lose it. */
    @Test
    void smallDeviationsAboutLargeMeansAreRight() {
        ColumnMoments moments = new ColumnMoments(2);
        for (int i = 0; i < 1000; i++) {
            moments.add(0, 1e7f + i % 2 * 2);
            moments.add(1, 0);
            moments.addRows(1);
        }
        assertThat(moments.mean(0)).isEqualTo(10_000_001);
        assertThat(moments.variance(0)).isCloseTo(1, within(1e-6));
        assertThat(moments.variance(1)).isZero();
        assertThat(moments.meanSquareOfGiven(1)).isZero();
        assertThat(moments.density()).isEqualTo(0.5);
    }

    @Test
    void sparseAndDenseBlocksAddTheSame() {
        float[] values = {0, 1, 0, 2, 0, 0, 0, -3, 0, 0};
        DenseBlock dense = new DenseBlock(5, values, 1, new float[] {4, 6}, null);
        ColumnMoments[] features = {new ColumnMoments(5), new ColumnMoments(5)};
        ColumnMoments labels = new ColumnMoments(1);
        dense.addTo(features[0], labels);
        dense.compact().addTo(features[1], new ColumnMoments(1));
        for (int i = 0; i < 5; i++) {
            assertThat(features[1].mean(i)).isEqualTo(features[0].mean(i));
            assertThat(features[1].variance(i)).isEqualTo(features[0].variance(i));
        }
        assertThat(labels.mean(0)).isEqualTo(5);
        assertThat(labels.variance(0)).isEqualTo(1);
        ExampleBlock scaled = dense.standardizedLabels(new double[] {5}, new double[] {2});
        float[] label = new float[1];
        scaled.copyLabels(1, label, 0);
        assertThat(label[0]).isEqualTo(0.5f);
    }
}
