package io.kindling.optimizers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

/** Clipping shortens what is too long, keeps its direction, and leaves the rest as it is. */
class ClippedOptimizerTest {
    private static final Offset<Float> ROUNDING = within(1e-6f);

    /** A step of rate 1 from zero leads to minus the gradient. */
    private static float[] step(Optimizer optimizer, float... gradient) {
        float[] w = new float[gradient.length];
        optimizer.update(new Variables(w, gradient, new int[] {0, 2, gradient.length}), new float[0][], 0);
        return w;
    }

    @Test
    void clipsTheNormOfEachVariable() {
        Optimizer clipped = Sgd.of(1).clipNorm(5);
        assertThat(step(clipped, 30, 40, 0, 4)).containsExactly(new float[] {-3, -4, 0, -4}, ROUNDING);
        assertThat(step(clipped, 3, 4, 0, -8)).containsExactly(new float[] {-3, -4, 0, 5}, ROUNDING);
        assertThat(step(clipped, 0, 0, 0, 0)).containsOnly(0f);
    }

    @Test
    void clipsTheGlobalNorm() {
        Optimizer clipped = Sgd.of(1).globalClipNorm(3);
        assertThat(step(clipped, 2, 4, 4, 0)).containsExactly(new float[] {-1, -2, -2, 0}, ROUNDING);
        assertThat(step(clipped, 1, 2, 0, 2)).containsExactly(-1, -2, 0, -2);
    }

    @Test
    void clipsByValue() {
        assertThat(step(Sgd.of(1).clipValue(0.5), 0.25f, -7, 0.5f, 1e30f)).containsExactly(-0.25f, 0.5f, -0.5f, -0.5f);
    }

    @Test
    void doesNotOverflow() {
        float[] w = step(Sgd.of(1).clipNorm(1), 3e38f, 0, 3e38f, -3e38f);
        assertThat(w).containsExactly(new float[] {-1, 0, -0.70710678f, 0.70710678f}, ROUNDING);
    }

    @Test
    void keepsSlotsAndLearningRateOfTheOptimizer() {
        ClippedOptimizer clipped = Adam.of(0.5).clipNorm(1);
        assertThat(clipped.slots()).isEqualTo(2);
        assertThat(clipped.learningRateAt(7)).isEqualTo(0.5);
        assertThat(clipped.withLearningRate(0.25)).isEqualTo(Adam.of(0.25).clipNorm(1));
        assertThat(new ClippedOptimizer(Sgd.of(1), null, null, null))
                .satisfies(none -> assertThat(step(none, 3, 4, 5, 6)).containsExactly(-3, -4, -5, -6));
    }
}
