package io.kindling.spark.params;

/**
 * The params of validation and early stopping.
 *
 * @param <S> the stage
 */
public interface ValidationParams<S>
        extends HasValidationIndicatorCol<S>,
                HasValidationFraction<S>,
                HasMonitor<S>,
                HasPatience<S>,
                HasMinDelta<S>,
                HasRestoreBestWeights<S> {}
