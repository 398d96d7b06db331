package io.kindling.spark.tables;

import java.io.Serializable;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.apache.spark.ml.attribute.Attribute;
import org.apache.spark.ml.attribute.AttributeGroup;
import org.apache.spark.sql.types.Metadata;

/**
 * What was learned of a table.
 *
 * @param rows of training
 * @param zone where timestamps are read
 * @param columns that are encoded, in the order of their slots
 * @param notices what its user should know, as sentences
 */
record FittedTable(long rows, String zone, List<FittedColumn> columns, List<String> notices) implements Serializable {

    FittedTable {
        ZoneId.of(zone);
        columns = List.copyOf(columns);
        notices = List.copyOf(notices);
    }

    /** How long the vectors are. */
    int slots() {
        return columns.stream().mapToInt(FittedColumn::slots).sum();
    }

    /** What each of the vector's numbers is. */
    Metadata metadata(String column) {
        SlotNames names = new SlotNames();
        List<Attribute> attributes = new ArrayList<>();
        columns.forEach(one -> attributes.addAll(one.attributes(names)));
        return new AttributeGroup(column, attributes.toArray(Attribute[]::new)).toMetadata();
    }

    /** A line for each column. */
    String describe() {
        int width = columns.stream()
                .mapToInt(column -> column.name().length())
                .max()
                .orElse(1);
        String lines = columns.stream()
                .map(column ->
                        "  " + column.name() + " ".repeat(width - column.name().length() + 2)
                                + String.format("%-9s%-11s", column.kind(), Texts.count(column.slots(), "slot"))
                                + column.details()
                                + (column.missing() > 0 ? "; " + Texts.count(column.missing()) + " missing" : "")
                                + System.lineSeparator())
                .collect(Collectors.joining());
        return Texts.count(rows, "row") + ", " + Texts.count(columns.size(), "column") + ", "
                + Texts.count(slots(), "slot") + ", time zone " + zone + System.lineSeparator() + lines;
    }
}
