package io.kindling.spark.tables;

import io.kindling.text.Excerpt;
import java.util.List;
import java.util.Optional;

/**
 * What was learned of a column: how it is encoded, if it is, and what its user should know.
 *
 * @param column nothing, if it is left out
 * @param notices sentences
 */
record Learned(Optional<FittedColumn> column, List<String> notices) {

    static Learned kept(FittedColumn column) {
        return new Learned(Optional.of(column), List.of());
    }

    static Learned kept(FittedColumn column, String notice) {
        return new Learned(Optional.of(column), List.of(notice));
    }

    /**
     * A column that says nothing.
     *
     * @param why the end of a sentence that begins with the column
     */
    static Learned leftOut(String name, String why) {
        return new Learned(Optional.empty(), List.of(column(name) + " is left out: " + why));
    }

    static Learned allMissing(String name) {
        return leftOut(name, "none of its rows has a value.");
    }

    static Learned constant(String name, Object value) {
        return leftOut(name, "all its rows have the value " + Excerpt.of(value) + ".");
    }

    /** How a sentence names a column. */
    static String column(String name) {
        return "The column '" + Excerpt.of(name) + "'";
    }
}
