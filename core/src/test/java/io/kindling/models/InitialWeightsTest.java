package io.kindling.models;

import static org.assertj.core.api.Assertions.assertThat;

import io.kindling.layers.Input;
import io.kindling.layers.core.Dense;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

/** The weights a training starts from belong to the seed, and every weight has its own. */
class InitialWeightsTest {
    private static final NetworkPlan PLAN = Sequential.of(
                    Input.of(8),
                    Dense.of(8).useBias(false),
                    Dense.of(8).useBias(false),
                    Dense.of(8).kernelInitializer("zeros"))
            .plan();

    @Test
    void sameSeedGivesTheSameWeights() {
        assertThat(PLAN.initialWeights(5).trainable())
                .isEqualTo(PLAN.initialWeights(5).trainable());
        assertThat(PLAN.initialWeights(6).trainable())
                .isNotEqualTo(PLAN.initialWeights(5).trainable());
    }

    @Test
    void equalLayersStartDifferently() {
        float[] weights = PLAN.initialWeights(5).trainable();
        assertThat(Arrays.copyOfRange(weights, 0, 64)).isNotEqualTo(Arrays.copyOfRange(weights, 64, 128));
        assertThat(Arrays.copyOfRange(weights, 128, 200)).containsOnly(0f);
    }
}
