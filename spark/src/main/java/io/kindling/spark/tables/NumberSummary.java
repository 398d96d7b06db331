package io.kindling.spark.tables;

import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.types.StructField;

/** Of a column of numbers. */
final class NumberSummary extends ColumnSummary {
    private static final long serialVersionUID = 1;

    /** Fewer different numbers may well be different by chance. */
    private static final int FEW = 20;

    private final NumberSketch finite = new NumberSketch();
    private long infinite;

    @Override
    boolean isMissing(InternalRow row, int column) {
        return row.isNullAt(column) || Double.isNaN(row.getDouble(column));
    }

    @Override
    void addValue(InternalRow row, int column) {
        add(row.getDouble(column));
    }

    /** Takes a number that is not NaN. */
    void add(double x) {
        if (Double.isInfinite(x)) {
            infinite++;
        } else {
            finite.add(x);
        }
    }

    @Override
    void mergeValues(ColumnSummary next) {
        NumberSummary numbers = (NumberSummary) next;
        infinite += numbers.infinite;
        finite.merge(numbers.finite);
    }

    /** The scale of its finite numbers, if there are any. */
    Scale scale() {
        return finite.count() == 0 ? Scale.NONE : Scale.of(finite.facts());
    }

    @Override
    Learned learn(StructField field, CategoryRules rules) {
        String name = field.name();
        if (finite.count() == 0) {
            return infinite == 0
                    ? Learned.allMissing(name)
                    : Learned.leftOut(name, "none of its rows has a finite number.");
        }
        NumberFacts facts = finite.facts();
        if (facts.isConstant() && missing() == 0 && infinite == 0) {
            return Learned.constant(name, Texts.number(facts.min()));
        }
        NumberColumn column = new NumberColumn(name, missing(), Scale.of(facts));
        return facts.whole() && facts.allDifferent() && facts.count() >= FEW
                ? Learned.kept(
                        column,
                        Learned.column(name) + " holds whole numbers that are all different and looks like an id, from"
                                + " which nothing can be learned; name it in ignoredCols if it is one.")
                : Learned.kept(column);
    }
}
