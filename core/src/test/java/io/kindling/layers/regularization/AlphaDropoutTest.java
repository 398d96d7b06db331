package io.kindling.layers.regularization;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.kindling.layers.BoundParts;
import io.kindling.random.RandomKey;
import io.kindling.tensor.Shape;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** AlphaDropout keeps the mean and variance of a standard normal input, and does nothing at inference. */
class AlphaDropoutTest {
    private static final int COUNT = 1_000_000;

    @ParameterizedTest
    @ValueSource(doubles = {0.05, 0.1, 0.3, 0.5})
    void keepsMeanAndVariance(double rate) {
        RandomKey key = RandomKey.of(20260101);
        float[] x = new float[COUNT];
        for (int i = 0; i < COUNT; i++) {
            x[i] = (float) key.gaussianAt(i);
        }
        try (BoundParts layer = BoundParts.of(AlphaDropout.of(rate), Shape.of(COUNT), 1, List.of())) {
            float[] y = layer.forward(x, 1, 5);
            double mean = 0;
            double square = 0;
            for (int i = 0; i < COUNT; i++) {
                mean += (double) y[i] / COUNT;
                square += (double) y[i] * y[i] / COUNT;
            }
            assertThat(mean).isCloseTo(0, within(0.01));
            assertThat(square - mean * mean).isCloseTo(1, within(0.02));
            assertThat(layer.forward(x, 1)).isEqualTo(x);
        }
    }
}
