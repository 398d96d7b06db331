package io.kindling.activations;

import java.util.stream.Stream;

/** Every registered activation, and some with arguments, for tests of what all of them share. */
final class ActivationTexts {

    private ActivationTexts() {}

    static Stream<String> all() {
        return Stream.concat(
                Activation.registry().names().stream(),
                Stream.of(
                        "relu(negative_slope=0.1, max_value=3, threshold=0.5)",
                        "relu(max_value=6)",
                        "leaky_relu(0.4)",
                        "leaky_relu(0)",
                        "elu(0.5)",
                        "gelu(approximate=True)"));
    }
}
