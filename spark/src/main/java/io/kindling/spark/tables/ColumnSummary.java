package io.kindling.spark.tables;

import java.io.Serializable;
import java.util.Optional;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.types.StructField;

/** What one pass over rows learns of a column, in memory that does not grow with them. */
abstract class ColumnSummary implements Serializable {
    private static final long serialVersionUID = 1;

    private long missing;

    /** Whether a row has no value. */
    abstract boolean isMissing(InternalRow row, int column);

    /** Takes the value of a row, which is not missing. */
    abstract void addValue(InternalRow row, int column);

    /** Takes what was learned of the rows that follow, a summary of the same kind. */
    abstract void mergeValues(ColumnSummary next);

    /** What is learned in the end. */
    abstract Learned learn(StructField field, CategoryRules rules);

    /** What is wrong with the values, if anything is: a sentence. */
    Optional<String> problem(String name) {
        return Optional.empty();
    }

    /** Takes the value of a row, if it has one. */
    void add(InternalRow row, int column) {
        if (isMissing(row, column)) {
            addMissing();
        } else {
            addValue(row, column);
        }
    }

    final void addMissing() {
        missing++;
    }

    final void merge(ColumnSummary next) {
        missing += next.missing;
        mergeValues(next);
    }

    /** How many rows have no value. */
    final long missing() {
        return missing;
    }
}
