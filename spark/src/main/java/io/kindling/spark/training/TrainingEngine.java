package io.kindling.spark.training;

import java.util.List;
import java.util.Optional;
import org.apache.spark.api.java.JavaSparkContext;

/**
 * Something that can train a network on Spark, found by its name through {@link java.util.ServiceLoader}.
 *
 * <p>It must load where the libraries it uses are missing.
 */
public interface TrainingEngine {

    /** What the param {@code engine} calls it. */
    String name();

    /** The dependency that brings it, {@code "group:artifact"}, where that is not on the class path. */
    default Optional<String> missingDependency() {
        return Optional.empty();
    }

    /**
     * Refuses networks it cannot train, before any row is read.
     *
     * @param inputs the names of the network's inputs
     * @throws IllegalArgumentException if there are more of them than the engine can take
     */
    default void requireInputs(List<String> inputs) {}

    /**
     * A trainer.
     *
     * @throws IllegalArgumentException if the engine cannot do something that is asked for: what
     */
    DistributedTrainer trainer(JavaSparkContext context, AveragingPlan plan);
}
