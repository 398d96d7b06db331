package io.kindling.spark.tables;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.kindling.text.Excerpt;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.spark.ml.attribute.Attribute;
import org.apache.spark.ml.attribute.BinaryAttribute;
import org.apache.spark.ml.attribute.NominalAttribute;
import org.apache.spark.ml.attribute.NumericAttribute;
import org.apache.spark.sql.Row;

/** A column as it was learned: what it is, and how its values become numbers. Immutable. */
public abstract sealed class FittedColumn implements Serializable
        permits BooleanColumn, NumberColumn, TextColumn, TimeColumn, VectorColumn, WideVectorColumn {
    private static final long serialVersionUID = 1;

    /** Of the value or the slot for what is not there. */
    static final String MISSING_SUFFIX = "missing";

    private final String name;
    private final long missing;

    FittedColumn(String name, long missing) {
        this.name = name;
        this.missing = missing;
    }

    /** Its name in the data. */
    public final String name() {
        return name;
    }

    /** How many rows of training had no value. */
    public final long missing() {
        return missing;
    }

    /** {@code number}, {@code text}, {@code boolean}, {@code time} or {@code vector}. */
    public final String kind() {
        return columnKind().text();
    }

    /** How many numbers of the vector are its own. */
    public final int slots() {
        return attributes(new SlotNames()).size();
    }

    /** Its scales, or its values with how often each occurred. */
    public abstract String details();

    abstract ColumnKind columnKind();

    /** What its slots are, in their order. */
    abstract List<Attribute> attributes(SlotNames names);

    /** What is wrong with a row's value, if it is missing or was never seen: the end of a sentence. */
    abstract Optional<String> invalid(Row row, int column);

    /** Writes the numbers of a row's value, from a slot on. */
    abstract void write(Row row, int column, SlotSink sink, int slot);

    /** Adds what this kind of column has learned. */
    abstract void describe(ObjectNode json);

    final boolean hasHoles() {
        return missing > 0;
    }

    /** The slots of numbers, and one that says whether there are any, where training had holes. */
    final List<Attribute> withMissing(SlotNames names, List<Attribute> attributes) {
        List<Attribute> all = new ArrayList<>(attributes);
        if (hasHoles()) {
            all.add(BinaryAttribute.defaultAttr().withName(names.of(name, MISSING_SUFFIX)));
        }
        return all;
    }

    /** Sets the last slot, where there is one for what is missing. */
    final void writeMissing(boolean isMissing, SlotSink sink, int slot) {
        if (hasHoles()) {
            sink.set(slot, isMissing ? 1 : 0);
        }
    }

    static Attribute numeric(String slot) {
        return NumericAttribute.defaultAttr().withName(slot);
    }

    static Attribute nominal(String slot, List<String> values) {
        return NominalAttribute.defaultAttr().withName(slot).withValues(values.toArray(String[]::new));
    }

    static Optional<String> missingIf(boolean isMissing) {
        return isMissing ? Optional.of("has a row without a value") : Optional.empty();
    }

    static Optional<String> unseen(Object value) {
        return Optional.of("has the value " + Excerpt.of(value) + ", which training has not seen");
    }
}
