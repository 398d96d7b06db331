package io.kindling.spark.params;

/**
 * The params that say what training starts from and which weights it treats in a way of their own.
 *
 * @param <S> the stage
 */
public interface FineTuningParams<S>
        extends HasInitialModel<S>, HasFrozenLayers<S>, HasLearningRateFactors<S>, HasNoWeightDecay<S> {}
