package io.kindling.constraints;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import io.kindling.registry.RecordCodec;
import io.kindling.registry.Strictness;
import io.kindling.tensor.Shape;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Constraints bring weights where Keras 3.15 brings them, and touch no others. */
class ConstraintTest {
    private static final float[] MATRIX = {3, 0.1f, -1, 4, 0.2f, 0, 0, -0.2f, 2};

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            max_norm | 1.2, 0.099999967, -0.89442715, 1.6, 0.19999993, 0, 0, -0.19999993, 1.7888543
            max_norm(2, axis=1) | 1.8964186, 0.063213952, -0.63213952, 1.9975046, 0.099875231, 0, 0, -0.19900743, 1.9900743
            max_norm(2, axis=-1) | 1.8964186, 0.063213952, -0.63213952, 1.9975046, 0.099875231, 0, 0, -0.19900743, 1.9900743
            max_norm(2, axis=[0, 1]) | 1.0938056, 0.036460187, -0.36460187, 1.4584075, 0.072920374, 0, 0, -0.072920374, 0.72920374
            min_max_norm(1, 2, 0.5) | 2.1, 0.21666659, -0.94721355, 2.7999999, 0.43333319, 0, 0, -0.43333319, 1.8944271
            unit_norm | 0.59999999, 0.33333322, -0.44721358, 0.79999998, 0.66666644, 0, 0, -0.66666644, 0.89442715
            unit_norm(1) | 0.94820928, 0.031606976, -0.31606976, 0.99875231, 0.049937616, 0, 0, -0.099503714, 0.99503714
            non_neg | 3, 0.1, 0, 4, 0.2, 0, 0, 0, 2
            """)
    void agreesWithKerasOnAMatrix(String text, String expected) {
        assertAgrees(text, MATRIX, Shape.of(3, 3), expected);
    }

    /** Quarters from -11/4 on, of shape (2, 3, 4). */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            max_norm(1, [0, 1]) | -0.65044362, -0.59761429, -0.53218114, -0.45883146, -0.41391867, -0.35856857, -0.29565619, -0.22941573, -0.17739371, -0.11952286, -0.059131238, 0, 0.059131238, 0.11952286, 0.17739371, 0.22941573, 0.29565619, 0.35856857, 0.41391867, 0.45883146, 0.53218114, 0.59761429, 0.65044362, 0.68824719
            max_norm(1, 1) | -0.82217858, -0.84515423, -0.87006281, -0.89442715, -0.52320455, -0.50709254, -0.48336823, -0.44721358, -0.22423052, -0.16903085, -0.096673645, 0, 0.096673645, 0.16903085, 0.22423052, 0.26726123, 0.48336823, 0.50709254, 0.52320455, 0.53452247, 0.87006281, 0.84515423, 0.82217858, 0.8017837
            max_norm(1, [-1, 1]) | -0.48900964, -0.44455422, -0.40009879, -0.35564337, -0.31118795, -0.26673253, -0.22227711, -0.17782169, -0.13336626, -0.088910843, -0.044455422, 0, 0.039223226, 0.078446453, 0.11766968, 0.15689291, 0.19611613, 0.23533936, 0.27456258, 0.31378581, 0.35300904, 0.39223226, 0.43145549, 0.47067872
            """)
    void agreesWithKerasOnThreeAxes(String text, String expected) {
        float[] values = new float[24];
        for (int i = 0; i < 24; i++) {
            values[i] = (i - 11) / 4f;
        }
        assertAgrees(text, values, Shape.of(2, 3, 4), expected);
    }

    private static void assertAgrees(String text, float[] values, Shape shape, String expected) {
        float[] weight = new float[values.length + 5];
        Arrays.fill(weight, -77);
        System.arraycopy(values, 0, weight, 2, values.length);
        Constraint.of(text).apply(weight, 2, shape);
        float[] all = new float[weight.length];
        Arrays.fill(all, -77);
        String[] numbers = expected.split(",");
        for (int i = 0; i < numbers.length; i++) {
            all[i + 2] = Float.parseFloat(numbers[i].strip());
        }
        assertThat(weight).containsExactly(all, within(2e-6f));
    }

    @ParameterizedTest
    @ValueSource(strings = {"max_norm", "unit_norm", "min_max_norm(0.5, 1)"})
    void zeroStaysZero(String text) {
        float[] weight = new float[4];
        Constraint.of(text).apply(weight, 0, Shape.of(2, 2));
        assertThat(weight).containsOnly(0f);
    }

    @Test
    void axesAreWrittenAsInKeras() {
        RecordCodec codec = new RecordCodec(List.of(Constraint.registry()));
        assertThat(codec.write(MaxNorm.of(3)).toString())
                .isEqualTo("{\"class_name\":\"max_norm\",\"config\":{\"max_value\":3.0,\"axis\":0}}");
        for (Constraint constraint : List.of(
                MaxNorm.of(3), new MaxNorm(3, List.of(0, 1, 2)), MinMaxNorm.of(1, 2), UnitNorm.of(), new NonNeg())) {
            assertThat(codec.read(Constraint.class, codec.write(constraint), Strictness.COMPLETE))
                    .isEqualTo(constraint);
            assertThat(Constraint.of(Constraint.registry().format(constraint))).isEqualTo(constraint);
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            max_norm(-1)          | max_norm needs a max_value of at least 0. Received: -1.0.
            max_norm(1, [])       | max_norm needs at least one axis. Received: [].
            max_norm(1, none)     | max_norm needs at least one axis. Received: null.
            max_norm(1, first)    | constraint 'max_norm', axis[0] must be an integer. Received: "first".
            min_max_norm(2, 1)    | min_max_norm needs 0 <= min_value <= max_value. Received: 2.0 and 1.0.
            min_max_norm(rate=2)  | min_max_norm needs a rate in [0, 1]. Received: 2.0.
            """)
    void refusesInvalidFields(String text, String message) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Constraint.of(text))
                .withMessage(message);
    }

    @ParameterizedTest
    @ValueSource(strings = {"2", "-3", "[0, 2]", "[0, 0]"})
    void refusesAxesTheWeightDoesNotHave(String axis) {
        Constraint constraint = Constraint.of("unit_norm(" + axis + ")");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> constraint.apply(new float[6], 0, Shape.of(2, 3)))
                .withMessageStartingWith(
                        "unit_norm needs axes side by side of a weight of shape (2, 3). Received: axis=[");
    }
}
