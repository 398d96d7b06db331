package io.kindling.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.kindling.layers.Input;
import io.kindling.layers.core.Dense;
import io.kindling.layers.regularization.Dropout;
import io.kindling.losses.Loss;
import io.kindling.models.NetworkPlan;
import io.kindling.models.Sequential;
import io.kindling.optimizers.Ftrl;
import org.junit.jupiter.api.Test;

/** A network tells optimizers where each of its weights lies. */
class NetworkVariablesTest {
    private static final NetworkPlan PLAN = Sequential.of(
                    Input.of(6),
                    Dense.of(9).activation("gelu"),
                    Dropout.of(0.3),
                    Dense.of(3).useBias(false))
            .plan();

    @Test
    void startsAreThoseOfTheWeights() {
        try (BoundTraining network = new BoundTraining(PLAN, Loss.of("mse"), 4)) {
            assertThat(network.variables().starts()).containsExactly(0, 54, 63, 90);
            assertThat(network.variables().values())
                    .isSameAs(network.network().trainable().values());
            assertThat(network.variables().gradient())
                    .isSameAs(network.network().trainable().gradient());
        }
    }

    @Test
    void memoryStartsAsTheOptimizerSays() {
        TrainingState state = TrainingState.initial(PLAN, Training.of("mse").optimizer(Ftrl.of()));
        assertThat(state.slots()).isDeepEqualTo(Ftrl.of().initialSlots(90));
    }
}
