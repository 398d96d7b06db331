package io.kindling.tables;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

/** Bins hold as many values as any other, but heavy values have one of their own; boundaries increase whatever there is. */
class NumericSummaryTest {

    @Test
    void fewDifferentValuesAreBoundariesAllOfThem() {
        assertThat(NumericSummary.of(new float[] {3, 1, 2, 2, 3, 1}).boundaries(32))
                .containsExactly(1.0, 2.0, 3.0);
    }

    @Test
    void binsHaveEqualCounts() {
        float[] values = new float[1000];
        for (int i = 0; i < values.length; i++) {
            values[i] = i;
        }
        assertThat(NumericSummary.of(values).boundaries(4)).containsExactly(0.0, 250.0, 500.0, 750.0, 999.0);
    }

    /** Half of the numbers are 0: they fill one bin, and the others share the rest. */
    @Test
    void aHeavyValueHasABinOfItsOwn() {
        float[] values = new float[1000];
        for (int i = 500; i < values.length; i++) {
            values[i] = i;
        }
        assertThat(NumericSummary.of(values).boundaries(5)).containsExactly(0.0, 500.0, 625.0, 750.0, 875.0, 999.0);
    }

    @Test
    void quartilesScaleAndWhereTheyAreTheSameTheExtremes() {
        TableColumn.Numeric column =
                NumericSummary.of(new float[] {0, 1, 2, 3, 4}).column(2);
        assertThat(column.center()).isEqualTo(2);
        assertThat(column.scale()).isEqualTo(0.5);
        TableColumn.Numeric heavy =
                NumericSummary.of(new float[] {5, 5, 5, 5, 9}).column(2);
        assertThat(heavy.center()).isEqualTo(5);
        assertThat(heavy.scale()).isEqualTo(0.5);
    }

    @Test
    void whatIsAlwaysTheSameVanishes() {
        assertThat(NumericSummary.of(new float[] {7, 7}).column(32))
                .isEqualTo(new TableColumn.Numeric(7, 0, List.of()));
        assertThat(NumericSummary.of(new float[] {Float.NaN}).column(32))
                .isEqualTo(new TableColumn.Numeric(0, 0, List.of()));
        assertThat(NumericSummary.of(new float[] {1, 2, 3, 4}).column(0).boundaries())
                .isEmpty();
    }

    @Property(tries = 300)
    void boundariesIncreaseFromTheSmallestToTheLargest(
            @ForAll @Size(min = 1, max = 200) float[] values, @ForAll @IntRange(min = 1, max = 40) int bins) {
        List<Double> boundaries = NumericSummary.of(values).boundaries(bins);
        double smallest = Double.POSITIVE_INFINITY;
        double largest = Double.NEGATIVE_INFINITY;
        for (float value : values) {
            if (Float.isFinite(value)) {
                smallest = Math.min(smallest, value);
                largest = Math.max(largest, value);
            }
        }
        if (largest == Double.NEGATIVE_INFINITY) {
            assertThat(boundaries).isEmpty();
            return;
        }
        assertThat(boundaries).isSorted().doesNotHaveDuplicates();
        assertThat(boundaries.get(0)).isCloseTo(smallest, within(0.0));
        assertThat(boundaries.get(boundaries.size() - 1)).isCloseTo(largest, within(0.0));
        // Heavy values have bins of their own, and so may what is between two of them.
        assertThat(boundaries).hasSizeLessThanOrEqualTo(2 * bins + 2);
    }
}
