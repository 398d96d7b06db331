package io.kindling.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import io.kindling.layers.Input;
import io.kindling.layers.core.Dense;
import io.kindling.models.NetworkPlan;
import io.kindling.models.Sequential;
import io.kindling.optimizers.AdamW;
import io.kindling.optimizers.Optimizer;
import io.kindling.optimizers.VariableSettings;
import io.kindling.optimizers.Variables;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Weights chosen by name have a learning rate of their own, or do not decay. */
class WeightRulesTest {
    private static final NetworkPlan PLAN = Sequential.of(
                    Input.of(2), Dense.of(3).named("below"), Dense.of(1).named("head"))
            .plan();

    @Test
    void patternsAreOfLayersOrWeights() {
        WeightRules rules = new WeightRules(Map.of("below", 0.1), List.of("*/bias"));
        assertThat(rules.settings(PLAN))
                .containsExactly(
                        new VariableSettings(0.1, true),
                        new VariableSettings(0.1, false),
                        VariableSettings.ORDINARY,
                        new VariableSettings(1, false));
        assertThat(WeightRules.NONE.settings(PLAN)).containsOnly(VariableSettings.ORDINARY);
    }

    @Test
    void patternsOfNoWeightAreRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new WeightRules(Map.of("belov", 0.1), List.of()).settings(PLAN))
                .withMessage(
                        "The network has no trained layer or weight called belov. It has: below/kernel, below/bias,"
                                + " head/kernel, head/bias, below, head.");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new WeightRules(Map.of("below", -1.0), List.of()))
                .withMessage("A factor on the learning rate must be at least 0. Received: -1.0.");
    }

    /** A tenth of the rate for some variables is what an optimizer with a tenth of the rate does to them. */
    @ParameterizedTest
    @ValueSource(
            strings = {"sgd(0.1)", "sgd(0.1, momentum=0.9, nesterov=true)", "adam(0.1)", "adamw(0.1, 0.2)", "lion(0.1)"
            })
    void aFactorIsOneOnTheLearningRate(String text) {
        Optimizer optimizer = Optimizer.of(text);
        float[] some = {1, -2, 3};
        float[] scaled = some.clone();
        float[] slow = some.clone();
        VariableSettings tenth = new VariableSettings(0.1, true);
        float[][] slots = optimizer.initialSlots(3);
        float[][] slowSlots = optimizer.initialSlots(3);
        Optimizer slower = optimizer.withLearningRate(0.01);
        for (int step = 0; step < 4; step++) {
            float[] gradient = {0.3f * step, -0.2f, 0.1f};
            new Variables(scaled, gradient.clone(), new int[] {0, 3}, List.of(tenth)).step(optimizer, slots, step);
            new Variables(slow, gradient, new int[] {0, 3}).step(slower, slowSlots, step);
        }
        assertThat(scaled).containsExactly(slow, within(2e-6f));
        assertThat(scaled).isNotEqualTo(some);
    }

    @Test
    void whatDoesNotDecayStaysWithoutGradient() {
        float[] values = {1, 2, 3, 4};
        List<VariableSettings> settings =
                List.of(VariableSettings.ORDINARY, new VariableSettings(1, false), VariableSettings.ORDINARY);
        AdamW optimizer = AdamW.of(0.1, 0.5);
        new Variables(values, new float[4], new int[] {0, 1, 3, 4}, settings)
                .step(optimizer, optimizer.initialSlots(4), 0);
        assertThat(values).containsExactly(0.95f, 2, 3, 3.8f);
    }
}
