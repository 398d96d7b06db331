package io.kindling.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

/** Zeros are written out only when somebody needs them. */
class FeatureRowsTest {

    @Test
    void keepsSparseRowsOfAnyWidthWithoutTheirZeros() {
        FeatureRows rows = new FeatureRows(8, 1 << 30);
        addSparse(rows, (1 << 30) - 1, 5);
        addSparse(rows, 0, 7);
        assertThat(rows.isSparse()).isTrue();
        assertThat(rows.sparse().rows()).isEqualTo(2);
        assertThatThrownBy(rows::all).isInstanceOf(ArithmeticException.class);
    }

    @Test
    void writesOutSparseRowsBeforeTheFirstThatIsNot() {
        FeatureRows rows = new FeatureRows(3, 2);
        addSparse(rows, 1, 5);
        int at = rows.addWritten();
        rows.all()[at] = 1;
        rows.all()[at + 1] = 2;
        assertThat(rows.isSparse()).isFalse();
        assertThat(rows.rows()).isEqualTo(2);
        assertThat(rows.all()).startsWith(0, 5, 1, 2);
        rows.clear();
        addSparse(rows, 0, 9);
        assertThat(rows.isSparse()).isTrue();
        assertThat(rows.all()).startsWith(9, 0);
    }

    private static void addSparse(FeatureRows rows, int column, float value) {
        rows.sparse().append(new int[] {column}, new float[] {value}, 0, 1, 0);
        rows.sparseAdded();
    }
}
