package io.kindling.contract;

import io.kindling.activations.Activation;
import io.kindling.activations.CustomActivation;
import java.util.LinkedHashMap;
import java.util.Map;

/** An instance of every registered activation, by its name. */
final class ActivationSamples {
    /** Of those whose names alone stand for nothing, or have kinks wherever one steps. */
    private static final Map<String, Activation> GIVEN = Map.of(
            "threshold",
            Activation.of("threshold(0.5, -1)"),
            "soft_shrink",
            Activation.of("soft_shrink(0.1)"),
            "hard_shrink",
            Activation.of("hard_shrink(0.1)"),
            "custom",
            CustomActivation.of("sin", (sd, x) -> sd.math().sin(x)),
            "registered",
            CustomActivation.register(
                    "contract_double",
                    (x, y, n) -> {
                        for (int i = 0; i < n; i++) {
                            y[i] = 2 * x[i];
                        }
                    },
                    (x, y, dy, dx, n) -> {
                        for (int i = 0; i < n; i++) {
                            dx[i] = 2 * dy[i];
                        }
                    }));

    private ActivationSamples() {}

    static Map<String, Activation> all() {
        Map<String, Activation> samples = new LinkedHashMap<>();
        for (String name : Activation.registry().names()) {
            samples.put(name, GIVEN.containsKey(name) ? GIVEN.get(name) : Activation.of(name));
        }
        return samples;
    }
}
