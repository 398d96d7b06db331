package io.kindling.dl4j.spark;

import io.kindling.errors.KindlingException;
import io.kindling.spark.training.AveragingPlan;
import io.kindling.spark.training.DistributedTrainer;
import io.kindling.spark.training.OptimizerState;
import io.kindling.spark.training.OuterOptimizer;
import io.kindling.spark.training.TrainingEngine;
import org.apache.spark.SparkConf;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.serializer.JavaSerializer;

/**
 * Deeplearning4j's parameter averaging on Spark.
 *
 * <p>Every worker that had rows in a round counts alike in its mean, however many they were.
 */
public final class Dl4jEngine implements TrainingEngine {
    private static final String SERIALIZER = "spark.serializer";

    @Override
    public String name() {
        return "dl4j";
    }

    @Override
    public DistributedTrainer trainer(JavaSparkContext context, AveragingPlan plan) {
        if (plan.checkpoints().isPresent()) {
            throw new KindlingException(
                    "The dl4j engine keeps no checkpoints, so checkpointDir must not be set for it.");
        }
        if (plan.initialWeights().isPresent()) {
            throw new KindlingException(
                    "The dl4j engine starts from weights it draws, so initialModel must not be set for it.");
        }
        if (!plan.outerOptimizer().equals(OuterOptimizer.AVERAGE)) {
            throw new KindlingException(
                    "The dl4j engine has no counterpart for the outer optimizer " + plan.outerOptimizer() + ".");
        }
        if (plan.optimizerState() != OptimizerState.AVERAGE) {
            throw new KindlingException("The dl4j engine averages the optimizer's memory, so optimizerState must be "
                    + OptimizerState.AVERAGE + " for it. Received: " + plan.optimizerState() + ".");
        }
        if (plan.validation().isPresent()) {
            throw new KindlingException("The dl4j engine does not validate, so validationIndicatorCol and"
                    + " validationFraction must not be set for it.");
        }
        requireJavaSerializer(context.getConf());
        return new Dl4jTrainer(context, plan.workers(), plan.averagingFrequency());
    }

    static void requireJavaSerializer(SparkConf conf) {
        String java = JavaSerializer.class.getName();
        String serializer = conf.get(SERIALIZER, java);
        if (!serializer.equals(java)) {
            throw new KindlingException("The dl4j engine needs " + SERIALIZER + " to be " + java
                    + ", as ND4J's arrays go through no other. Received: " + serializer + ".");
        }
    }
}
