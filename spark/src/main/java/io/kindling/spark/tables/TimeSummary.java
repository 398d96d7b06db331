package io.kindling.spark.tables;

import java.util.EnumSet;
import java.util.Set;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.types.StructField;

/** Of a column of dates or timestamps. */
final class TimeSummary extends ColumnSummary {
    private static final long serialVersionUID = 1;

    private final boolean hasHours;
    private final NumberSketch days = new NumberSketch();
    // A bit for each one that was seen.
    private int months;
    private int daysOfWeek;
    private int hours;

    TimeSummary(boolean hasHours) {
        this.hasHours = hasHours;
    }

    @Override
    boolean isMissing(InternalRow row, int column) {
        return row.isNullAt(column);
    }

    @Override
    void addValue(InternalRow row, int column) {
        long micros = row.getLong(column);
        long day = Days.day(micros);
        days.add(day);
        months |= 1 << Days.date(day).getMonthValue();
        daysOfWeek |= 1 << Days.dayOfWeek(day);
        hours |= 1 << Days.hour(micros);
    }

    @Override
    void mergeValues(ColumnSummary next) {
        TimeSummary times = (TimeSummary) next;
        days.merge(times.days);
        months |= times.months;
        daysOfWeek |= times.daysOfWeek;
        hours |= times.hours;
    }

    @Override
    Learned learn(StructField field, CategoryRules rules) {
        String name = field.name();
        if (days.count() == 0) {
            return Learned.allMissing(name);
        }
        NumberFacts facts = days.facts();
        Set<TimePart> parts = parts(facts);
        if (parts.isEmpty() && missing() == 0) {
            return Learned.constant(name, Days.date((long) facts.min()));
        }
        long first = (long) facts.min();
        Scale scale = Scale.of(facts);
        return Learned.kept(new TimeColumn(
                name,
                missing(),
                parts,
                first,
                new TimeScales(Scale.ofYears(facts), new Scale(scale.centre() - first, scale.scale()))));
    }

    /** Those that differ between rows. */
    private Set<TimePart> parts(NumberFacts facts) {
        Set<TimePart> parts = EnumSet.noneOf(TimePart.class);
        if (Days.year(facts.min()) != Days.year(facts.max())) {
            parts.add(TimePart.YEAR);
        }
        if (Integer.bitCount(months) > 1) {
            parts.add(TimePart.MONTH);
        }
        if (Integer.bitCount(daysOfWeek) > 1) {
            parts.add(TimePart.DAY_OF_WEEK);
        }
        if (hasHours && Integer.bitCount(hours) > 1) {
            parts.add(TimePart.HOUR);
        }
        if (!facts.isConstant()) {
            parts.add(TimePart.DAYS);
        }
        return parts;
    }
}
