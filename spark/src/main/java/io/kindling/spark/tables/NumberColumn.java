package io.kindling.spark.tables;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;
import org.apache.spark.ml.attribute.Attribute;
import org.apache.spark.sql.Row;

/** A column of numbers: one slot with the number to scale, 0 where it is missing. */
public final class NumberColumn extends FittedColumn {
    private static final long serialVersionUID = 1;

    private final Scale scale;

    NumberColumn(String name, long missing, Scale scale) {
        super(name, missing);
        this.scale = scale;
    }

    /** What its numbers are scaled by. */
    public Scale scale() {
        return scale;
    }

    @Override
    ColumnKind columnKind() {
        return ColumnKind.NUMBER;
    }

    @Override
    public String details() {
        return scale.text();
    }

    @Override
    List<Attribute> attributes(SlotNames names) {
        return withMissing(names, List.of(numeric(names.of(name()))));
    }

    @Override
    Optional<String> invalid(Row row, int column) {
        return missingIf(isMissing(row, column));
    }

    private static boolean isMissing(Row row, int column) {
        return row.isNullAt(column) || Double.isNaN(row.getDouble(column));
    }

    @Override
    void write(Row row, int column, SlotSink sink, int slot) {
        boolean isMissing = isMissing(row, column);
        sink.set(slot, isMissing ? 0 : scale.apply(row.getDouble(column)));
        writeMissing(isMissing, sink, slot + 1);
    }

    @Override
    void describe(ObjectNode json) {
        ColumnJson.put(json, "scale", scale);
    }

    static NumberColumn of(String name, long missing, ColumnJson json) {
        return new NumberColumn(name, missing, json.scale("scale"));
    }
}
