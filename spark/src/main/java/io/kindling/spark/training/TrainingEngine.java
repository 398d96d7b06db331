package io.kindling.spark.training;

import io.kindling.errors.KindlingException;
import org.apache.spark.api.java.JavaSparkContext;

/** Something that can train a network on Spark, found by its name through {@link java.util.ServiceLoader}. */
public interface TrainingEngine {

    /** What the param {@code engine} calls it. */
    String name();

    /**
     * A trainer.
     *
     * @throws KindlingException if the engine cannot do something that is asked for: what
     */
    DistributedTrainer trainer(JavaSparkContext context, AveragingPlan plan);
}
