package io.kindling.activations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.kindling.layers.core.Dense;
import io.kindling.models.Sequential;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/** A user's own expression is computed, differentiated, and kept as a graph that comes back. */
class CustomActivationTest {
    private static final CustomActivation SIN =
            CustomActivation.of("sin", (sd, x) -> sd.math().sin(x));

    private static void assertIsSin(Activation activation, int rows, int columns) {
        float[] x = new float[rows * columns + 3];
        float[] dy = new float[x.length];
        for (int i = 0; i < x.length; i++) {
            x[i] = -4 + 0.37f * i;
            dy[i] = 1 + i % 3;
        }
        float[] y = new float[x.length];
        float[] dx = new float[x.length];
        activation.forward(x, y, rows, columns);
        activation.backward(x, y, dy, dx, rows, columns);
        for (int i = 0; i < rows * columns; i++) {
            assertThat((double) y[i]).isCloseTo(Math.sin(x[i]), within(1e-6));
            assertThat((double) dx[i]).isCloseTo(dy[i] * Math.cos(x[i]), within(1e-5));
        }
        assertThat(y[rows * columns]).isZero();
    }

    @Test
    void isComputedAndDifferentiated() {
        assertIsSin(SIN, 1, 5);
        assertIsSin(SIN, 4, 6);
        assertIsSin(SIN, 2, 3);
    }

    @Test
    void gradientMayOverwriteWhatItIsGiven() {
        float[] gradient = {2f, 3f};
        SIN.backward(new float[] {0f, 1f}, new float[2], gradient, gradient, 1, 2);
        assertThat(gradient[0]).isEqualTo(2f);
        assertThat((double) gradient[1]).isCloseTo(3 * Math.cos(1), within(1e-6));
    }

    @Test
    void comesBackFromJsonWithNothingRegistered() {
        Sequential network = Sequential.of(Dense.of(3).activation(SIN));
        Sequential loaded = Sequential.fromCompleteJson(network.toJson());
        assertThat(loaded).isEqualTo(network);
        assertIsSin(((Dense) loaded.layers().get(0)).activation(), 3, 4);
    }

    @Test
    void runsOnSeveralThreadsAtOnce() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(4);
        try {
            java.util.List<Future<?>> runs = new java.util.ArrayList<>();
            for (int i = 0; i < 8; i++) {
                int rows = 2 + i;
                runs.add(threads.submit(() -> assertIsSin(SIN, rows, 5)));
            }
            for (Future<?> run : runs) {
                run.get();
            }
        } finally {
            threads.shutdown();
        }
    }

    @Test
    void refusesGraphsThatChangeTheShape() {
        assertThatThrownBy(() -> CustomActivation.of("total", (sd, x) -> x.sum()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("'total'");
        assertThatThrownBy(() -> new CustomActivation("lost", "AAAA").forward(new float[1], new float[1], 1, 1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("'lost'");
        assertThatThrownBy(() -> Activation.of("custom")).hasMessageContaining("lacks its field 'name'");
    }
}
