package io.kindling.spark.tables;

import io.kindling.spark.params.AtLeastParam;
import io.kindling.spark.params.FluentParams;
import org.apache.spark.ml.param.IntParam;
import org.apache.spark.ml.param.StringArrayParam;

/**
 * The params that say which columns of a table are learned, and how.
 *
 * @param <S> the stage
 */
public interface TableEncoderParams<S> extends FluentParams<S> {

    /** The columns that are encoded, in this order; where it is not set, all but those of {@link #ignoredCols}. */
    default StringArrayParam inputCols() {
        return new StringArrayParam(
                this,
                "inputCols",
                "the columns that are encoded, in this order; if it is not set, all columns but those of ignoredCols");
    }

    default String[] getInputCols() {
        return getOrDefault(inputCols());
    }

    default S setInputCols(String... value) {
        set(inputCols(), value);
        return self();
    }

    /** Columns that are left alone, such as the label. */
    default StringArrayParam ignoredCols() {
        return new StringArrayParam(this, "ignoredCols", "columns that are left alone, such as the label");
    }

    default String[] getIgnoredCols() {
        return getOrDefault(ignoredCols());
    }

    default S setIgnoredCols(String... value) {
        set(ignoredCols(), value);
        return self();
    }

    /** How many values of a column of texts have a value of their own: the most frequent ones. */
    default IntParam maxCategories() {
        return new AtLeastParam(
                this,
                "maxCategories",
                "how many values of a column of texts are told apart, the most frequent ones",
                2);
    }

    default int getMaxCategories() {
        return (int) getOrDefault(maxCategories());
    }

    default S setMaxCategories(int value) {
        set(maxCategories(), value);
        return self();
    }

    /**
     * How often a text must occur to be told apart; rarer ones share the value of those never seen, so that a network
     * learns what to do with them. A column without any text so frequent keeps all.
     */
    default IntParam minCategoryCount() {
        return new AtLeastParam(
                this,
                "minCategoryCount",
                "how often a text must occur to be told apart; rarer ones share the value of those never seen",
                1);
    }

    default int getMinCategoryCount() {
        return (int) getOrDefault(minCategoryCount());
    }

    default S setMinCategoryCount(int value) {
        set(minCategoryCount(), value);
        return self();
    }
}
