package io.kindling.activations;

import java.util.stream.Stream;

/** Every registered activation, and some with arguments, for tests of what all of them share. */
final class ActivationTexts {

    private ActivationTexts() {}

    static Stream<String> all() {
        return Stream.concat(
                Activation.registry().names().stream()
                        // A graph has no short text; CustomActivationTest has the same checks.
                        .filter(name -> !name.equals("custom") && !name.equals("registered"))
                        .map(name -> name.equals("threshold") ? "threshold(0.5, -1)" : name),
                Stream.of(
                        "relu(negative_slope=0.1, max_value=3, threshold=0.5)",
                        "relu(max_value=6)",
                        "leaky_relu(0.4)",
                        "leaky_relu(0)",
                        "elu(0.5)",
                        "celu(0.5)",
                        "hard_shrink(1)",
                        "soft_shrink(1)",
                        "squareplus(0.1)",
                        "gelu(approximate=True)"));
    }
}
