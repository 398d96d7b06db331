package io.kindling.spark.params;

import io.kindling.spark.inference.ClassColumns;
import io.kindling.spark.inference.OutputColumns;

/**
 * The params that say what a classifier adds to a row.
 *
 * @param <S> the stage
 */
public interface ClassColumnParams<S>
        extends HasPredictionCol<S>, HasProbabilityCol<S>, HasRawPredictionCol<S>, HasThresholds<S> {

    /** The columns for a network with so many outputs. */
    default OutputColumns outputColumns(int outputs) {
        return new ClassColumns(
                outputs,
                getRawPredictionCol(),
                getProbabilityCol(),
                getPredictionCol(),
                isDefined(thresholds()) ? getThresholds() : null);
    }
}
