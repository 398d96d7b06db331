package io.kindling.activations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.withinPercentage;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SoftplusTest {

    /** The derivative of poisson is divided by the output, so both must be right relative to their size. */
    @ParameterizedTest
    @ValueSource(floats = {-80, -40, -17, -15, -10, -5, -1, 0, 1, 5, 17, 100})
    void derivativeIsPreciseHoweverSmall(float x) {
        float[] y = new float[1];
        float[] dx = new float[1];
        new Softplus().forward(new float[] {x}, y, 1);
        new Softplus().backward(new float[] {x}, y, new float[] {1}, dx, 1);
        assertThat((double) dx[0]).isCloseTo(1 / (1 + Math.exp(-(double) x)), withinPercentage(1e-4));
    }
}
