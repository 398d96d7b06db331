package io.kindling.spark.training;

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
     * A trainer.
     *
     * @throws IllegalArgumentException if the engine cannot do something that is asked for: what
     */
    DistributedTrainer trainer(JavaSparkContext context, AveragingPlan plan);
}
