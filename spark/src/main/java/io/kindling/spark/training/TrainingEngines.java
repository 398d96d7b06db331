package io.kindling.spark.training;

import io.kindling.errors.KindlingException;
import io.kindling.registry.Services;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The engines on the class path. */
public final class TrainingEngines {
    /** Engines of the project that have an artifact of their own. */
    private static final Map<String, String> ARTIFACTS = Map.of("dl4j", "io.kindling:kindling-dl4j");

    private TrainingEngines() {}

    /**
     * The engine of a name.
     *
     * @throws KindlingException if there is none; the message lists those there are, and which artifacts have more
     */
    public static TrainingEngine named(String name) {
        return named(name, Services.of(TrainingEngine.class));
    }

    static TrainingEngine named(String name, List<TrainingEngine> all) {
        return all.stream()
                .filter(engine -> engine.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new KindlingException("The engine must be one of those there are: "
                        + String.join(", ", described(all).values()) + ". Received: '" + name + "'."));
    }

    private static Map<String, String> described(List<TrainingEngine> all) {
        Map<String, String> engines = new TreeMap<>();
        ARTIFACTS.forEach(
                (name, artifact) -> engines.put(name, name + " (once " + artifact + " is on the class path)"));
        all.forEach(engine -> engines.put(engine.name(), engine.name()));
        return engines;
    }
}
