package io.kindling.spark.training;

import java.util.List;
import java.util.ServiceLoader;
import java.util.stream.Collectors;

/** The engines on the class path. */
public final class TrainingEngines {

    private TrainingEngines() {}

    /**
     * The engine of a name.
     *
     * @throws IllegalArgumentException if there is none, or a dependency of it is missing; the message lists those there
     *     are
     */
    public static TrainingEngine named(String name) {
        List<TrainingEngine> all =
                ServiceLoader.load(TrainingEngine.class, TrainingEngine.class.getClassLoader()).stream()
                        .map(ServiceLoader.Provider::get)
                        .toList();
        return named(name, all);
    }

    static TrainingEngine named(String name, List<TrainingEngine> all) {
        return all.stream()
                .filter(engine ->
                        engine.name().equals(name) && engine.missingDependency().isEmpty())
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("The engine must be one of those there are: "
                        + all.stream().map(TrainingEngines::described).sorted().collect(Collectors.joining(", "))
                        + ". Received: '" + name + "'."));
    }

    private static String described(TrainingEngine engine) {
        return engine.missingDependency()
                .map(dependency -> engine.name() + " (once " + dependency + " is on the class path)")
                .orElse(engine.name());
    }
}
