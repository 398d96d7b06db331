package io.kindling.registry;

import io.kindling.activations.Activation;
import io.kindling.initializers.Initializer;
import io.kindling.losses.Loss;
import io.kindling.metrics.Metric;
import io.kindling.optimizers.Optimizer;
import io.kindling.regularizers.Regularizer;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.Arguments;

/** Every registry whose entries are written as texts, and every name in them. */
final class Registries {

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
        return all().flatMap(registry -> registry.names().stream()
                .map(name -> Arguments.of(registry, name.equals("constant") ? "constant(0.5)" : name)));
    }
}
