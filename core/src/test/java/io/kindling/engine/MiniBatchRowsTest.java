package io.kindling.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.kindling.layers.Input;
import io.kindling.layers.core.Dense;
import io.kindling.models.Sequential;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** As many examples are predicted at once as eight megabytes hold of the widest layer. */
class MiniBatchRowsTest {

    @ParameterizedTest
    @CsvSource({"784, 10, 256", "8192, 10, 256", "8193, 10, 255", "262144, 10, 8", "4, 1048576, 2", "3000000, 10, 1"})
    void followsTheWidestLayer(int inputs, int outputs, int examples) {
        Sequential network = Sequential.of(Input.of(inputs), Dense.of(outputs));
        assertThat(MiniBatchRows.ofPrediction(network.plan())).isEqualTo(examples);
    }
}
