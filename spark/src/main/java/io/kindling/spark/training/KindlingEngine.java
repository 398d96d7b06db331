package io.kindling.spark.training;

import org.apache.spark.api.java.JavaSparkContext;

/** The engine of this project. */
public final class KindlingEngine implements TrainingEngine {

    /** Its name, the default of the param {@code engine}. */
    public static final String NAME = "kindling";

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public DistributedTrainer trainer(JavaSparkContext context, AveragingPlan plan) {
        return new ParameterAveragingTrainer(context, plan);
    }
}
