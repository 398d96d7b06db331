package io.kindling.spark.params;

/**
 * The params of every estimator that trains a network.
 *
 * @param <S> the stage
 */
public interface TrainingParams<S>
        extends ValidationParams<S>,
                FineTuningParams<S>,
                FeatureColumnParams<S>,
                HasLabelCol<S>,
                HasWeightCol<S>,
                HasPredictionCol<S>,
                HasNetwork<S>,
                HasHiddenLayers<S>,
                HasHiddenActivation<S>,
                HasLoss<S>,
                HasOptimizer<S>,
                HasEpochs<S>,
                HasBatchSize<S>,
                HasNumWorkers<S>,
                HasAveragingFrequency<S>,
                HasOptimizerState<S>,
                HasOuterOptimizer<S>,
                HasCheckpointDir<S>,
                HasCheckpointInterval<S>,
                HasCheckpointMode<S>,
                HasEngine<S>,
                HasShuffle<S>,
                HasSeed<S> {}
