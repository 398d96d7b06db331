package io.kindling.registry;

import io.kindling.activations.Activation;
import io.kindling.initializers.Initializer;
import io.kindling.losses.Loss;
import io.kindling.metrics.Metric;
import io.kindling.optimizers.Optimizer;
import io.kindling.regularizers.Regularizer;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.Arguments;

/** Every registry whose entries are written as texts, and every name in them. */
final class Registries {
    /** Of the entries that cannot do without arguments. */
    private static final Map<String, String> WITH_ARGUMENTS =
            Map.of("constant", "constant(0.5)", "threshold", "threshold(0.5, -1)");

    private Registries() {}

    static Stream<Registry<?>> all() {
        return Stream.of(
                Activation.registry(),
                Initializer.registry(),
                Loss.registry(),
                Metric.registry(),
                Optimizer.registry(),
                Regularizer.registry());
    }

    /** Each registry with a text for each of its names. */
    static Stream<Arguments> texts() {
        return all().flatMap(registry ->
                registry.names().stream().map(name -> Arguments.of(registry, WITH_ARGUMENTS.getOrDefault(name, name))));
    }
}
