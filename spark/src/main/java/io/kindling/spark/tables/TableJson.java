package io.kindling.spark.tables;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.kindling.errors.KindlingException;
import io.kindling.json.UntrustedJson;
import io.kindling.text.Excerpt;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** A fitted table as JSON, and back from a file that need not be trusted. */
final class TableJson {
    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final int FORMAT = 1;
    /** A vector of a million elements has as many numbers, and several of them may be in a table. */
    private static final int MOST_TOKENS = 1 << 23;

    private static final String WIDE = "wide";

    private TableJson() {}

    static byte[] write(FittedTable table) {
        ObjectNode root = MAPPER.createObjectNode()
                .put("format", FORMAT)
                .put("rows", table.rows())
                .put("zone", table.zone());
        ArrayNode columns = root.putArray("columns");
        for (FittedColumn column : table.columns()) {
            ObjectNode one = columns.addObject()
                    .put("name", column.name())
                    .put("kind", column instanceof WideVectorColumn ? WIDE : column.kind())
                    .put("missing", column.missing());
            column.describe(one);
        }
        table.notices().forEach(root.putArray("notices")::add);
        try {
            return MAPPER.writeValueAsBytes(root);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("A tree can always be written as JSON.", impossible);
        }
    }

    /**
     * Reads a table.
     *
     * @throws KindlingException if it is none; the message is a predicate of the file
     */
    static FittedTable read(byte[] json) {
        ColumnJson root = new ColumnJson(UntrustedJson.read(json, MOST_TOKENS));
        if (root.integer("format") != FORMAT) {
            throw new KindlingException("is of format " + root.integer("format")
                    + ", and this version of Kindling reads " + FORMAT + " only.");
        }
        List<FittedColumn> columns =
                root.objects("columns").stream().map(TableJson::column).toList();
        Set<String> names = new HashSet<>();
        for (FittedColumn column : columns) {
            if (!names.add(column.name())) {
                throw new KindlingException("has the column " + Excerpt.of(column.name()) + " twice.");
            }
        }
        long slots = columns.stream().mapToLong(FittedColumn::slots).sum();
        if (slots < 1 || slots > MOST_TOKENS) {
            throw new KindlingException("needs columns with from 1 to " + MOST_TOKENS + " slots in all.");
        }
        return new FittedTable(root.count("rows"), zone(root.text("zone")), columns, root.texts("notices"));
    }

    private static String zone(String text) {
        try {
            return ZoneId.of(text).getId();
        } catch (DateTimeException unknown) {
            throw new KindlingException("needs a time zone as \"zone\". Received: " + Excerpt.of(text) + ".", unknown);
        }
    }

    private static FittedColumn column(ColumnJson json) {
        String name = json.text("name");
        long missing = json.count("missing");
        return switch (json.text("kind")) {
            case "number" -> NumberColumn.of(name, missing, json);
            case "text" -> TextColumn.of(name, missing, json);
            case "boolean" -> BooleanColumn.of(name, missing, json);
            case "time" -> TimeColumn.of(name, missing, json);
            case "vector" -> VectorColumn.of(name, missing, json);
            case WIDE -> WideVectorColumn.of(name, missing, json);
            default ->
                throw new KindlingException("has a column of an unknown kind: " + Excerpt.of(json.text("kind")) + ".");
        };
    }
}
