package io.kindling.activations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.kindling.activations.custom.PointwiseDerivative;
import io.kindling.activations.custom.PointwiseFunction;
import io.kindling.layers.Input;
import io.kindling.layers.core.Dense;
import io.kindling.models.Sequential;
import org.junit.jupiter.api.Test;

/** A user's own function in Java is checked when it is registered, and asked for by name when it is not. */
class RegisteredActivationTest {
    private static final PointwiseFunction SQUARE = (x, y, n) -> {
        for (int i = 0; i < n; i++) {
            y[i] = x[i] * x[i];
        }
    };
    private static final PointwiseDerivative SLOPE = (x, y, dy, dx, n) -> {
        for (int i = 0; i < n; i++) {
            dx[i] = dy[i] * 2 * x[i];
        }
    };

    @Test
    void isComputed() {
        Activation square = CustomActivation.register("square", SQUARE, SLOPE);
        float[] y = new float[3];
        square.forward(new float[] {1, -2, 3, 4}, y, 1, 3);
        assertThat(y).containsExactly(1, 4, 9);
        float[] dy = {1, 1, 2};
        square.backward(new float[] {1, -2, 3}, y, dy, dy, 1, 3);
        assertThat(dy).containsExactly(2, -4, 12);
    }

    @Test
    void isKeptByName() {
        Sequential network =
                Sequential.of(Input.of(2), Dense.of(3).activation(CustomActivation.register("kept", SQUARE, SLOPE)));
        assertThat(network.toJson()).contains("\"kept\"").doesNotContain("Lambda");
        assertThat(Sequential.fromCompleteJson(network.toJson())).isEqualTo(network);
    }

    @Test
    void mustBeRegisteredBeforeANetworkIsPlanned() {
        Sequential network = Sequential.of(Input.of(2), Dense.of(3).activation(new RegisteredActivation("unheard_of")));
        assertThatIllegalArgumentException()
                .isThrownBy(network::plan)
                .withMessage("Layer 1, 'dense' (Dense): The activation 'unheard_of' is a user's own, and nothing is"
                        + " registered under this name. Call CustomActivation.register(\"unheard_of\", function,"
                        + " derivative) before the model is loaded or trained.");
    }

    @Test
    void refusesTheDerivativeOfSomethingElse() {
        PointwiseDerivative half = (x, y, dy, dx, n) -> {
            for (int i = 0; i < n; i++) {
                dx[i] = dy[i] * x[i];
            }
        };
        assertThatIllegalArgumentException()
                .isThrownBy(() -> CustomActivation.register("slip", SQUARE, half))
                .withMessageStartingWith("The derivative of the activation 'slip' must be that of its function: at ");
        assertThatIllegalArgumentException().isThrownBy(() -> new RegisteredActivation("slip").outputColumns(1));
    }

    @Test
    void acceptsFunctionsWithKinks() {
        Activation kinked = CustomActivation.register(
                "kinked",
                (x, y, n) -> {
                    for (int i = 0; i < n; i++) {
                        y[i] = Math.abs(x[i] - 0.83f);
                    }
                },
                (x, y, dy, dx, n) -> {
                    for (int i = 0; i < n; i++) {
                        dx[i] = dy[i] * Math.signum(x[i] - 0.83f + 1e-6f);
                    }
                });
        assertThat(kinked.outputColumns(4)).isEqualTo(4);
    }

    @Test
    void refusesFunctionsThatAreNotSerializable() {
        Object local = new Object();
        PointwiseFunction tied = (x, y, n) -> {
            SQUARE.apply(x, y, n);
            y[0] += local.hashCode() == 0 ? 1 : 0;
        };
        assertThatIllegalArgumentException()
                .isThrownBy(() -> CustomActivation.register("tied", tied, SLOPE))
                .withMessage("The activation 'tied' cannot be sent to executors: what its functions refer to must be"
                        + " serializable. java.lang.Object is not.");
    }
}
