package io.kindling.linalg;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A native matrix holds what was written, and nothing is written or read outside of it. */
class NativeMatrixTest {

    @Test
    void givesBackWhatWasWritten() {
        try (NativeMatrix matrix = new NativeMatrix(2, 3)) {
            matrix.write(new float[] {9, 1, 2, 3, 4, 5, 6, 9}, 1, 6);
            float[] all = new float[8];
            matrix.read(all, 2, 6);
            assertThat(all).containsExactly(0, 0, 1, 2, 3, 4, 5, 6);
            matrix.write(new float[] {7, 8}, 0, 2);
            matrix.read(all, 0, 4);
            assertThat(all).containsExactly(7, 8, 3, 4, 3, 4, 5, 6);
        }
    }

    @Test
    void repeatsAndClears() {
        try (NativeMatrix matrix = new NativeMatrix(2, 3)) {
            float[] all = {9, 9, 9, 9, 9, 9};
            matrix.write(all, 0, 6);
            matrix.clear();
            matrix.repeat(new float[] {1, 2}, 5);
            matrix.read(all, 0, 6);
            assertThat(all).containsExactly(1, 2, 1, 2, 1, 0);
            matrix.clear(1);
            matrix.read(all, 0, 6);
            assertThat(all).containsExactly(0, 0, 0, 2, 1, 0);
            assertThatThrownBy(() -> matrix.repeat(new float[] {1, 2}, 7))
                    .isInstanceOf(IndexOutOfBoundsException.class);
            assertThatIllegalArgumentException().isThrownBy(() -> matrix.repeat(new float[0], 2));
        }
    }

    @Test
    void sharesItsLaterRows() {
        try (NativeMatrix matrix = new NativeMatrix(3, 2)) {
            matrix.write(new float[] {1, 2, 3, 4, 5, 6}, 0, 6);
            NativeMatrix rest = matrix.from(1);
            assertThat(rest.rows()).isEqualTo(2);
            assertThat(rest.columns()).isEqualTo(2);
            rest.clear(1);
            NativeMatrix last = rest.from(1);
            last.write(new float[] {7}, 0, 1);
            last.close();
            float[] all = new float[6];
            matrix.read(all, 0, 6);
            assertThat(all).containsExactly(1, 2, 0, 0, 7, 6);
            assertThatThrownBy(() -> last.write(new float[3], 0, 3)).isInstanceOf(IndexOutOfBoundsException.class);
            assertThatThrownBy(() -> matrix.from(3)).isInstanceOf(IndexOutOfBoundsException.class);
        }
    }

    @Test
    void holdsManyValues() {
        float[] values = new float[300_000];
        for (int i = 0; i < values.length; i++) {
            values[i] = i;
        }
        try (NativeMatrix matrix = new NativeMatrix(300, 1000)) {
            matrix.write(values, 0, values.length);
            float[] copy = new float[values.length];
            matrix.read(copy, 0, copy.length);
            assertThat(copy).isEqualTo(values);
        }
    }

    @Test
    void refusesMoreThanItHolds() {
        try (NativeMatrix matrix = new NativeMatrix(2, 3)) {
            assertThatThrownBy(() -> matrix.write(new float[7], 0, 7)).isInstanceOf(IndexOutOfBoundsException.class);
            assertThatThrownBy(() -> matrix.read(new float[7], 0, 7)).isInstanceOf(IndexOutOfBoundsException.class);
        }
    }

    @ParameterizedTest
    @CsvSource({"0, 3", "3, 0", "-1, 3", "50000, 50000"})
    void refusesSizesItCannotHave(int rows, int columns) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new NativeMatrix(rows, columns))
                .withMessageContaining(rows + " x " + columns);
    }

    @Test
    void mayBeClosedTwice() {
        NativeMatrix matrix = new NativeMatrix(2, 3);
        matrix.close();
        matrix.close();
    }

    @Test
    void refusesToRunWithoutThreads() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> NativeRuntime.useThreads(0))
                .withMessage("threads must be at least 1. Received: 0.");
    }
}
