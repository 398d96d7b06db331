package io.kindling.optimizers.schedules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Schedules have the values of Keras 3.15, before, at and after their ends. */
class ScheduleTest {
    private static final long[] STEPS = {0, 1, 5, 10, 13, 20, 25, 70, 100};

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            exponential_decay(0.1, 10, 0.5) | 0.1, 0.0933033, 0.0707107, 0.05, 0.0406126, 0.025, 0.0176777, 0.00078125, 9.76563e-05
            exponential_decay(0.1, 10, 0.5, staircase=True) | 0.1, 0.1, 0.1, 0.05, 0.05, 0.025, 0.025, 0.00078125, 9.76563e-05
            inverse_time_decay(0.1, 10, 0.5) | 0.1, 0.0952381, 0.08, 0.0666667, 0.0606061, 0.05, 0.0444444, 0.0222222, 0.0166667
            inverse_time_decay(0.1, 10, 0.5, staircase=True) | 0.1, 0.1, 0.1, 0.0666667, 0.0666667, 0.05, 0.05, 0.0222222, 0.0166667
            polynomial_decay(0.1, 20) | 0.1, 0.095005, 0.075025, 0.05005, 0.035065, 0.0001, 0.0001, 0.0001, 0.0001
            polynomial_decay(0.1, 20, 0.01, 2) | 0.1, 0.091225, 0.060625, 0.0325, 0.021025, 0.01, 0.01, 0.01, 0.01
            polynomial_decay(0.1, 20, 0.01, 0.5, cycle=True) | 0.1, 0.0977211, 0.0879423, 0.0736396, 0.0632447, 0.01, 0.0651135, 0.0418198, 0.01
            piecewise_constant_decay([5, 20], [0.1, 0.05, 0.01]) | 0.1, 0.1, 0.1, 0.05, 0.05, 0.05, 0.01, 0.01, 0.01
            cosine_decay(0.1, 20) | 0.1, 0.0993844, 0.0853553, 0.05, 0.0273005, 0, 0, 0, 0
            cosine_decay(0.1, 20, alpha=0.2) | 0.1, 0.0995075, 0.0882843, 0.06, 0.0418404, 0.02, 0.02, 0.02, 0.02
            cosine_decay(0, 20, alpha=0.1, warmup_target=0.1, warmup_steps=10) | 0, 0.01, 0.05, 0.1, 0.0950953, 0.055, 0.0231802, 0.01, 0.01
            cosine_decay_restarts(0.1, 10) | 0.1, 0.0975528, 0.05, 0.1, 0.0945503, 0.05, 0.0146447, 0.1, 0.0691342
            cosine_decay_restarts(0.1, 10, t_mul=1, m_mul=0.8, alpha=0.1) | 0.1, 0.0977975, 0.055, 0.082, 0.0671603, 0.0676, 0.0388, 0.0288744, 0.0196637
            cosine_decay_restarts(0.1, 10, t_mul=1.5, m_mul=0.9) | 0.1, 0.0975528, 0.05, 0.09, 0.0814058, 0.0225, 0.081, 0.018225, 0.0457984
            """)
    void agreesWithKeras(String text, String rates) {
        Schedule schedule = Schedule.of(text);
        double[] expected =
                Arrays.stream(rates.split(",")).mapToDouble(Double::parseDouble).toArray();
        assertThat(expected).hasSameSizeAs(STEPS);
        for (int i = 0; i < STEPS.length; i++) {
            assertThat(schedule.at(STEPS[i])).as("at step %d", STEPS[i]).isCloseTo(expected[i], within(1e-7));
        }
    }

    /** Where Keras' quotient of logarithms falls just short of a whole number, its rate falls to the end once more. */
    @Test
    void restartsAtTheStepItShould() {
        Schedule schedule = Schedule.of("cosine_decay_restarts(0.1, 1, t_mul=3)");
        for (long restart : new long[] {0, 1, 4, 13, 40, 121, 364}) {
            assertThat(schedule.at(restart)).as("at step %d", restart).isEqualTo(0.1);
        }
    }

    @Test
    void copiesWithOptionsAreTheTexts() {
        assertThat(CosineDecay.of(0.1, 20).alpha(0.2)).isEqualTo(Schedule.of("cosine_decay(0.1, 20, alpha=0.2)"));
        assertThat(CosineDecay.of(0.1, 20).warmup(0.5, 3))
                .isEqualTo(Schedule.of("cosine_decay(0.1, 20, warmup_target=0.5, warmup_steps=3)"));
        assertThat(Constant.of(0.25)).hasToString("0.25");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            0                                 | A learning_rate must be positive. Received: 0.0.
            exponential_decay(0, 1, 1)        | exponential_decay needs a positive initial_learning_rate. Received: 0.0.
            exponential_decay(1, 0, 1)        | exponential_decay needs a positive decay_steps. Received: 0.
            exponential_decay(1, 1, -1)       | exponential_decay needs a positive decay_rate. Received: -1.0.
            inverse_time_decay(1, 1, -1)      | inverse_time_decay needs a decay_rate of at least 0. Received: -1.0.
            polynomial_decay(1, 1, -1)        | polynomial_decay needs an end_learning_rate of at least 0. Received: -1.0.
            polynomial_decay(1, 1, power=0)   | polynomial_decay needs a positive power. Received: 0.0.
            cosine_decay(0, 1)                | cosine_decay needs a positive initial_learning_rate. Received: 0.0.
            cosine_decay(0, 1, 0, 0)          | cosine_decay needs a positive warmup_target. Received: 0.0.
            cosine_decay(1, 1, -1)            | cosine_decay needs an alpha of at least 0. Received: -1.0.
            cosine_decay_restarts(1, 1, 0.5)  | cosine_decay_restarts needs a t_mul of at least 1. Received: 0.5.
            piecewise_constant_decay([1], [1])          | piecewise_constant_decay needs one value more than \
            boundaries. Received: [1] and [1.0].
            piecewise_constant_decay([2, 2], [1, 1, 1]) | piecewise_constant_decay needs rising boundaries. \
            Received: [2, 2].
            piecewise_constant_decay([1], [1, 0])       | piecewise_constant_decay needs a positive value. \
            Received: 0.0.
            """)
    void refusesInvalidFields(String text, String message) {
        assertThatIllegalArgumentException().isThrownBy(() -> Schedule.of(text)).withMessage(message);
    }
}
