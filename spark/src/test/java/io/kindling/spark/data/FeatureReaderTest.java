package io.kindling.spark.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import org.apache.spark.ml.linalg.Vectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Features are what a row has, as floats, or are refused by their place. */
class FeatureReaderTest {
    private static final int FEATURES = 21;
    private static final int OFFSET = 3;

    private final FeatureReader reader = new FeatureReader("features");

    private static double[] allButOne(double value, int index) {
        double[] values = new double[FEATURES];
        Arrays.fill(values, Float.MAX_VALUE);
        values[index] = value;
        return values;
    }

    /** All are finite floats, and their sum is none. */
    @ParameterizedTest
    @ValueSource(ints = {0, 7, 8, FEATURES - 1})
    void theLargestFloatsAreFeatures(int index) {
        float[] target = new float[OFFSET + FEATURES];
        assertThat(reader.write(Vectors.dense(allButOne(0.5, index)), target, OFFSET))
                .isEqualTo(FEATURES);
        assertThat(target[OFFSET + index]).isEqualTo(0.5f);
        assertThat(target[OFFSET + (index + 1) % FEATURES]).isEqualTo(Float.MAX_VALUE);
        assertThat(target[OFFSET - 1]).isZero();
    }

    @ParameterizedTest
    @ValueSource(doubles = {Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY, 1e39, -1e39})
    void whatIsNoFiniteFloatIsRefused(double value) {
        for (int index : new int[] {0, 7, 8, FEATURES - 1}) {
            assertThatThrownBy(() ->
                            reader.write(Vectors.dense(allButOne(value, index)), new float[OFFSET + FEATURES], OFFSET))
                    .isInstanceOf(BadDataException.class)
                    .hasMessageContaining("Feature " + index + " in the column 'features' must be a finite number.");
        }
    }
}
