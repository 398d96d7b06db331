package io.kindling.models;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.kindling.layers.Input;
import io.kindling.layers.core.Dense;
import io.kindling.layers.normalization.BatchNormalization;
import io.kindling.layers.recurrent.Bidirectional;
import io.kindling.layers.recurrent.LSTM;
import io.kindling.layers.recurrent.TimeDistributed;
import io.kindling.models.ParameterLayout.Parameter;
import java.util.List;
import org.junit.jupiter.api.Test;

class ParameterLayoutTest {
    private static final NetworkPlan PLAN = Sequential.of(
                    Input.of(6, 4),
                    TimeDistributed.of(Dense.of(3)),
                    Bidirectional.of(LSTM.of(2)),
                    BatchNormalization.of(),
                    Dense.of(5))
            .plan();

    @Test
    void namesWeightsAsKerasDoesInTheirOrder() {
        assertThat(PLAN.parameters().all())
                .extracting(Parameter::name)
                .containsExactly(
                        "time_distributed/kernel",
                        "time_distributed/bias",
                        "bidirectional/forward_kernel",
                        "bidirectional/forward_recurrent_kernel",
                        "bidirectional/forward_bias",
                        "bidirectional/backward_kernel",
                        "bidirectional/backward_recurrent_kernel",
                        "bidirectional/backward_bias",
                        "batch_normalization/gamma",
                        "batch_normalization/beta",
                        "batch_normalization/moving_mean",
                        "batch_normalization/moving_variance",
                        "dense/kernel",
                        "dense/bias");
    }

    @Test
    void putsEachWeightWhereTheOneBeforeItEnds() {
        for (boolean trainable : new boolean[] {true, false}) {
            int end = 0;
            for (Parameter parameter : PLAN.parameters().all()) {
                if (parameter.spec().trainable() == trainable) {
                    assertThat(parameter.offset()).as(parameter.name()).isEqualTo(end);
                    end += parameter.size();
                }
            }
            assertThat(end).isEqualTo(trainable ? PLAN.trainableCount() : PLAN.nonTrainableCount());
        }
        assertThat(PLAN.nonTrainableCount()).isEqualTo(8);
    }

    @Test
    void startsAreThoseOfTheTrainableWeightsAndTheEndOfTheLast() {
        assertThat(PLAN.parameters().starts()).containsExactly(0, 12, 15, 39, 55, 63, 87, 103, 111, 115, 119, 139, 144);
        assertThat(PLAN.trainableCount()).isEqualTo(144);
    }

    @Test
    void findsAWeightByItsName() {
        Parameter mean = PLAN.parameters().named("batch_normalization/moving_mean");
        Weights weights = PLAN.initialWeights(1);
        assertThat(mean.offset()).isZero();
        assertThat(mean.vector(weights)).isSameAs(weights.nonTrainable());
        assertThat(PLAN.parameters().named("dense/kernel").vector(weights)).isSameAs(weights.trainable());
    }

    @Test
    void listsTheNamesThereAreWhereOneIsUnknown() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> PLAN.parameters().named("dense/weights"))
                .withMessageContaining("no weight 'dense/weights'")
                .withMessageContaining("dense/kernel, dense/bias.");
    }

    @Test
    void refusesMoreThanAnArrayHoldsByTheLayerThatIsTooMuch() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Sequential.of(Input.of(60_000), Dense.of(30_000), Dense.of(30_000))
                        .plan())
                .withMessageContaining("at most " + (Integer.MAX_VALUE - 8) + " parameters")
                .withMessageContaining("'dense_1'");
    }

    @Test
    void knowsTheWeightsOfALayer() {
        List<Parameter> last = PLAN.parameters().of(PLAN.last());
        assertThat(last).extracting(Parameter::size).containsExactly(20, 5);
    }
}
