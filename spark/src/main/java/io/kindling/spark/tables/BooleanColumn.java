package io.kindling.spark.tables;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;
import org.apache.spark.ml.attribute.Attribute;
import org.apache.spark.ml.attribute.BinaryAttribute;
import org.apache.spark.sql.Row;

/**
 * A column of booleans: one slot, 0 or 1, or one of three values where training had holes. Where it had none, a missing
 * value counts as the more frequent one.
 */
public final class BooleanColumn extends FittedColumn {
    private static final long serialVersionUID = 1;

    private static final List<String> VALUES = List.of("false", "true", TextColumn.MISSING);

    private final long falses;
    private final long trues;

    BooleanColumn(String name, long missing, long falses, long trues) {
        super(name, missing);
        this.falses = falses;
        this.trues = trues;
    }

    @Override
    ColumnKind columnKind() {
        return ColumnKind.BOOLEAN;
    }

    @Override
    public String details() {
        return "false (" + Texts.count(falses) + "), true (" + Texts.count(trues) + ")";
    }

    @Override
    List<Attribute> attributes(SlotNames names) {
        String slot = names.of(name());
        return List.of(
                hasHoles()
                        ? nominal(slot, VALUES)
                        : BinaryAttribute.defaultAttr().withName(slot));
    }

    @Override
    Optional<String> invalid(Row row, int column) {
        return missingIf(row.isNullAt(column));
    }

    @Override
    void write(Row row, int column, SlotSink sink, int slot) {
        double value;
        if (row.isNullAt(column)) {
            value = hasHoles() ? VALUES.indexOf(TextColumn.MISSING) : trues > falses ? 1 : 0;
        } else {
            value = row.getBoolean(column) ? 1 : 0;
        }
        sink.set(slot, value);
    }

    @Override
    void describe(ObjectNode json) {
        json.put("falses", falses).put("trues", trues);
    }

    static BooleanColumn of(String name, long missing, ColumnJson json) {
        return new BooleanColumn(name, missing, json.count("falses"), json.count("trues"));
    }
}
