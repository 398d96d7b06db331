package io.kindling.spark.params;

import java.util.List;

/**
 * The params that say which columns a network is fed from.
 *
 * @param <S> the stage
 */
public interface FeatureColumnParams<S> extends HasFeaturesCol<S>, HasInputCols<S> {

    /**
     * The column of each input: {@code inputCols}, else {@code featuresCol} for a single input, else the columns that
     * have the inputs' names.
     *
     * @param inputs the names of the network's inputs
     * @throws IllegalArgumentException if both params are set, or do not name one column for each input
     */
    default List<String> featureColumns(List<String> inputs) {
        if (!isDefined(inputCols())) {
            return featureColumnsByName(inputs);
        }
        List<String> columns = List.of(getInputCols());
        if (isSet(featuresCol())) {
            throw new IllegalArgumentException("featuresCol and inputCols both say where the features are; only one can"
                    + " be set. Received: '" + getFeaturesCol() + "' and " + columns + ".");
        }
        if (columns.size() != inputs.size()) {
            throw new IllegalArgumentException("inputCols needs one column for each input of the network, " + inputs
                    + ". Received: " + columns + ".");
        }
        return columns;
    }

    private List<String> featureColumnsByName(List<String> inputs) {
        if (inputs.size() == 1) {
            return List.of(getFeaturesCol());
        }
        if (isSet(featuresCol())) {
            throw new IllegalArgumentException("The network has several inputs, " + inputs
                    + ", each of which needs a column of its own, as inputCols can name them. Received: the featuresCol '"
                    + getFeaturesCol() + "'.");
        }
        return inputs;
    }
}
