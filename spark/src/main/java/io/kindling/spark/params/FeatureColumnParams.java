package io.kindling.spark.params;

import io.kindling.errors.KindlingException;
import java.util.List;
import org.apache.spark.ml.param.Param;
import org.apache.spark.ml.param.StringArrayParam;

/**
 * The params that say which columns a network is fed from.
 *
 * @param <S> the stage
 */
public interface FeatureColumnParams<S> extends FluentParams<S> {

    /** The column of features of a network with one input: a vector, a number or an array of numbers, nested or not. */
    default Param<String> featuresCol() {
        return new Param<>(
                this,
                "featuresCol",
                "the column of features of a network with one input: a vector, a number or an array of numbers");
    }

    default String getFeaturesCol() {
        return getOrDefault(featuresCol());
    }

    default S setFeaturesCol(String value) {
        set(featuresCol(), value);
        return self();
    }

    /** The columns of features, one for each input of the network, in the order of its inputs. */
    default StringArrayParam inputCols() {
        return new StringArrayParam(
                this,
                "inputCols",
                "the columns of features, one for each input of the network, in the order of its inputs; if it is not"
                        + " set, a network with several inputs takes the columns of their names");
    }

    default String[] getInputCols() {
        return getOrDefault(inputCols());
    }

    default S setInputCols(String... value) {
        set(inputCols(), value);
        return self();
    }

    /**
     * The column of each input: {@code inputCols}, else {@code featuresCol} for a single input, else the columns that
     * have the inputs' names.
     *
     * @param inputs the names of the network's inputs
     * @throws KindlingException if both params are set, or do not name one column for each input
     */
    default List<String> featureColumns(List<String> inputs) {
        if (!isDefined(inputCols())) {
            return featureColumnsByName(inputs);
        }
        List<String> columns = List.of(getInputCols());
        if (isSet(featuresCol())) {
            throw new KindlingException("featuresCol and inputCols both say where the features are; only one can"
                    + " be set. Received: '" + getFeaturesCol() + "' and " + columns + ".");
        }
        if (columns.size() != inputs.size()) {
            throw new KindlingException("inputCols needs one column for each input of the network, " + inputs
                    + ". Received: " + columns + ".");
        }
        return columns;
    }

    private List<String> featureColumnsByName(List<String> inputs) {
        if (inputs.size() == 1) {
            return List.of(getFeaturesCol());
        }
        if (isSet(featuresCol())) {
            throw new KindlingException("The network has several inputs, " + inputs
                    + ", each of which needs a column of its own, as inputCols can name them. Received: the featuresCol '"
                    + getFeaturesCol() + "'.");
        }
        return inputs;
    }
}
