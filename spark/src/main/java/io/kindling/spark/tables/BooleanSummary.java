package io.kindling.spark.tables;

import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.types.StructField;

/** Of a column of booleans. */
final class BooleanSummary extends ColumnSummary {
    private static final long serialVersionUID = 1;

    private long falses;
    private long trues;

    @Override
    boolean isMissing(InternalRow row, int column) {
        return row.isNullAt(column);
    }

    @Override
    void addValue(InternalRow row, int column) {
        if (row.getBoolean(column)) {
            trues++;
        } else {
            falses++;
        }
    }

    @Override
    void mergeValues(ColumnSummary next) {
        BooleanSummary booleans = (BooleanSummary) next;
        falses += booleans.falses;
        trues += booleans.trues;
    }

    @Override
    Learned learn(StructField field, CategoryRules rules) {
        String name = field.name();
        if (falses + trues == 0) {
            return Learned.allMissing(name);
        }
        return missing() == 0 && (falses == 0 || trues == 0)
                ? Learned.constant(name, trues > 0)
                : Learned.kept(new BooleanColumn(name, missing(), falses, trues));
    }
}
