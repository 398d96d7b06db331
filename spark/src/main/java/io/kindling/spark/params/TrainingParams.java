package io.kindling.spark.params;

/**
 * The params of every estimator that trains a network.
 *
 * @param <S> the stage
 */
public interface TrainingParams<S>
        extends NetworkParams<S>,
                LearningParams<S>,
                AveragingParams<S>,
                CheckpointParams<S>,
                ValidationParams<S>,
                FineTuningParams<S>,
                FeatureColumnParams<S>,
                HasLabelCol<S>,
                HasWeightCol<S>,
                HasPredictionCol<S> {}
