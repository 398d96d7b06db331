package io.kindling.registry;

import io.kindling.activations.Activation;
import io.kindling.constraints.Constraint;
import io.kindling.initializers.Initializer;
import io.kindling.losses.Loss;
import io.kindling.metrics.Metric;
import io.kindling.optimizers.GradientTransformation;
import io.kindling.optimizers.Optimizer;
import io.kindling.optimizers.schedules.Schedule;
import io.kindling.regularizers.Regularizer;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.Arguments;

/** Every registry whose entries are written as texts, and every name in them. */
final class Registries {
    /** Of the entries that cannot do without arguments. */
    private static final Map<String, String> WITH_ARGUMENTS = Map.ofEntries(
            Map.entry("initializer constant", "constant(0.5)"),
            Map.entry("activation threshold", "threshold(0.5, -1)"),
            // A name and a graph are texts of their own, whose case counts; these have none.
            Map.entry("activation custom", "custom(!, !)"),
            Map.entry("activation registered", "registered(!)"),
            Map.entry("optimizer clipped", "clipped(sgd, 1)"),
            Map.entry("optimizer chain", "chain(clip_by_norm(1), sgd)"),
            Map.entry("gradient transformation clip_by_norm", "clip_by_norm(1)"),
            Map.entry("gradient transformation clip_by_global_norm", "clip_by_global_norm(1)"),
            Map.entry("gradient transformation clip_by_value", "clip_by_value(1)"),
            Map.entry("gradient transformation decayed_weights", "decayed_weights(0.5)"),
            Map.entry("schedule constant", "constant(0.5)"),
            Map.entry("schedule exponential_decay", "exponential_decay(0.1, 10, 0.5)"),
            Map.entry("schedule inverse_time_decay", "inverse_time_decay(0.1, 10, 0.5)"),
            Map.entry("schedule polynomial_decay", "polynomial_decay(0.1, 10)"),
            Map.entry("schedule piecewise_constant_decay", "piecewise_constant_decay([3], [0.1, 0.5])"),
            Map.entry("schedule cosine_decay", "cosine_decay(0.1, 10)"),
            Map.entry("schedule cosine_decay_restarts", "cosine_decay_restarts(0.1, 10)"));

    private Registries() {}

    static Stream<Registry<?>> all() {
        return Stream.of(
                Activation.registry(),
                Initializer.registry(),
                Loss.registry(),
                Metric.registry(),
                Optimizer.registry(),
                GradientTransformation.registry(),
                Constraint.registry(),
                Regularizer.registry(),
                Schedule.registry());
    }

    /** Each registry with a text for each of its names. */
    static Stream<Arguments> texts() {
        return all().flatMap(registry -> registry.names().stream()
                .map(name -> Arguments.of(registry, WITH_ARGUMENTS.getOrDefault(registry.kind() + " " + name, name))));
    }
}
