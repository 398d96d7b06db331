package io.kindling.spark.tables;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.kindling.errors.KindlingException;
import io.kindling.text.Excerpt;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.spark.ml.attribute.Attribute;
import org.apache.spark.sql.Row;

/**
 * A column of dates or timestamps: a slot for each part that differed between rows of training. Years and days since the
 * first date are scaled as numbers are. Where there is none, the parts are those of the date in the middle.
 */
public final class TimeColumn extends FittedColumn {
    private static final long serialVersionUID = 1;

    private static final long MICROS_OF_A_DAY = 86_400_000_000L;
    /** Farther than this from 1970, in days, no date of Spark is. */
    private static final long FARTHEST = 1L << 28;

    private final TimePart[] parts;
    private final long first;
    private final TimeScales scales;

    TimeColumn(String name, long missing, Collection<TimePart> parts, long first, TimeScales scales) {
        super(name, missing);
        this.parts = parts.toArray(TimePart[]::new);
        this.first = first;
        this.scales = scales;
    }

    @Override
    ColumnKind columnKind() {
        return ColumnKind.TIME;
    }

    @Override
    public String details() {
        return "from " + Days.date(first) + ": "
                + Arrays.stream(parts).map(TimePart::text).collect(Collectors.joining(", ")) + "; days "
                + scales.days().text();
    }

    @Override
    List<Attribute> attributes(SlotNames names) {
        List<Attribute> attributes = new ArrayList<>();
        for (TimePart part : parts) {
            String slot = names.of(name(), part.text());
            attributes.add(part.categories().isEmpty() ? numeric(slot) : nominal(slot, part.categories()));
        }
        return withMissing(names, attributes);
    }

    @Override
    Optional<String> invalid(Row row, int column) {
        return missingIf(row.isNullAt(column));
    }

    @Override
    void write(Row row, int column, SlotSink sink, int slot) {
        boolean isMissing = row.isNullAt(column);
        long micros = isMissing ? (first + (long) scales.days().centre()) * MICROS_OF_A_DAY : row.getLong(column);
        for (int i = 0; i < parts.length; i++) {
            sink.set(slot + i, value(parts[i], micros));
        }
        writeMissing(isMissing, sink, slot + parts.length);
    }

    private double value(TimePart part, long micros) {
        long day = Days.day(micros);
        return switch (part) {
            case YEAR -> scales.years().apply(Days.year(day));
            case MONTH -> Days.date(day).getMonthValue() - 1;
            case DAY_OF_WEEK -> Days.dayOfWeek(day);
            case HOUR -> Days.hour(micros);
            case DAYS -> scales.days().apply((double) day - first);
        };
    }

    @Override
    void describe(ObjectNode json) {
        ArrayNode names = json.putArray("parts");
        for (TimePart part : parts) {
            names.add(part.text());
        }
        json.put("first", first);
        ColumnJson.put(json, "years", scales.years());
        ColumnJson.put(json, "days", scales.days());
    }

    static TimeColumn of(String name, long missing, ColumnJson json) {
        Set<TimePart> parts = EnumSet.noneOf(TimePart.class);
        for (String text : json.texts("parts")) {
            parts.add(Arrays.stream(TimePart.values())
                    .filter(part -> part.text().equals(text))
                    .findFirst()
                    .orElseThrow(() -> new KindlingException("has an unknown part of dates: " + Excerpt.of(text))));
        }
        TimeScales scales = new TimeScales(json.scale("years"), json.scale("days"));
        long first = json.integer("first");
        if (Math.abs(first) > FARTHEST || Math.abs(scales.days().centre()) > FARTHEST) {
            throw new KindlingException("needs days that a calendar has as \"first\" and as the centre of \"days\".");
        }
        return new TimeColumn(name, missing, parts, first, scales);
    }
}
