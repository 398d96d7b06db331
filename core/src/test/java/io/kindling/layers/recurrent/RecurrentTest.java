package io.kindling.layers.recurrent;

import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.kindling.layers.Input;
import io.kindling.layers.Layer;
import io.kindling.models.Sequential;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class RecurrentTest {

    static Stream<Layer> halved() {
        return Stream.of(
                SimpleRNN.of(4).activation("glu"),
                LSTM.of(4).activation("glu"),
                LSTM.of(4).recurrentActivation("glu"),
                GRU.of(4).activation("glu"),
                GRU.of(4).recurrentActivation("glu"),
                Bidirectional.of(LSTM.of(4).activation("glu")));
    }

    @ParameterizedTest
    @MethodSource("halved")
    void refusesActivationsThatChangeTheNumberOfColumns(Layer layer) {
        Sequential network = Sequential.of(Input.of(3, 2), layer);
        assertThatIllegalArgumentException()
                .isThrownBy(network::plan)
                .withMessageStartingWith("Layer 1, '")
                .withMessageEndingWith(
                        "It needs activations that give as many numbers as they are given. Received: glu.");
    }
}
