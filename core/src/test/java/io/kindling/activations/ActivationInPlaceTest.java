package io.kindling.activations;

import static org.assertj.core.api.Assertions.assertThat;

import io.kindling.random.RandomKey;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** An activation that says it may write where it reads gives the same bits then, forward and backward. */
class ActivationInPlaceTest {
    private static final int ROWS = 7;
    private static final int COLUMNS = 23;

    static Stream<String> inPlace() {
        return ActivationTexts.all().filter(text -> Activation.of(text).isInPlace());
    }

    @Test
    void reluSigmoidAndTanhAreInPlace() {
        assertThat(inPlace()).contains("relu", "sigmoid", "tanh");
    }

    @ParameterizedTest
    @MethodSource("inPlace")
    void givesTheSameBitsInOneArray(String text) {
        Activation activation = Activation.of(text);
        float[] x = ActivationGradientTest.gaussian(RandomKey.of(1), ROWS * COLUMNS);
        float[] special = {0f, -0f, Float.NaN, Float.POSITIVE_INFINITY, Float.NEGATIVE_INFINITY, Float.MIN_VALUE, -1e30f
        };
        System.arraycopy(special, 0, x, 0, special.length);
        float[] y = new float[x.length];
        activation.forward(x, y, ROWS, COLUMNS);
        float[] xAndY = x.clone();
        activation.forward(xAndY, xAndY, ROWS, COLUMNS);
        assertThat(xAndY).isEqualTo(y);

        float[] dy = ActivationGradientTest.gaussian(RandomKey.of(2), ROWS * COLUMNS);
        float[] dx = new float[x.length];
        activation.backward(x, y, dy, dx, ROWS, COLUMNS);
        activation.backward(xAndY, xAndY, dy, dy, ROWS, COLUMNS);
        assertThat(dy).isEqualTo(dx);
    }
}
