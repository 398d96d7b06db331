package io.kindling.spark.params;

import io.kindling.spark.inference.ClassAttributes;
import io.kindling.spark.inference.LabelColumns;
import io.kindling.spark.inference.OutputColumns;

/**
 * The params that say what a classifier of labels that do not exclude each other adds to a row.
 *
 * @param <S> the stage
 */
public interface LabelColumnParams<S> extends HasPredictionCol<S>, HasProbabilityCol<S>, HasThreshold<S> {

    /** The columns for a network with so many outputs. */
    default OutputColumns outputColumns(int outputs, ClassAttributes attributes) {
        return new LabelColumns(outputs, getProbabilityCol(), getPredictionCol(), getThreshold(), attributes);
    }
}
