package io.kindling.cluster.cells;

import java.io.Serializable;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.Optional;

/**
 * What was seen in the cells of all columns of a table: how many could be numbers, truth values, dates. Those of its parts are
 * added up in any order.
 */
public final class ColumnFacts implements Serializable {
    private static final long serialVersionUID = 1;

    private static final int FILLED = 0;
    private static final int MISSING = 1;
    private static final int INTS = 2;
    private static final int LONGS = 3;
    private static final int DECIMALS = 4;
    private static final int TRUTHS = 5;
    private static final int DATES = 6;
    private static final int TIMES = DATES + DateForm.values().length;
    private static final int COUNTERS = TIMES + DateForm.values().length;

    /** One odd text among so many values is a slip, more are what the column is about. */
    private static final int VALUES_PER_ODD = 20;

    private static final int ODD_SHARE = 100;
    private static final int LONGEST_EXAMPLE = 40;
    private static final DateForm[] FORMS = DateForm.values();

    private long rows;
    private final long[] counts;
    /** The first in the order of the alphabet, for messages: of texts that are no values, and of those that are missing. */
    private final String[] odd;

    private final String[] missing;

    /** Those of no rows. */
    public ColumnFacts(int columns) {
        this.counts = new long[columns * COUNTERS];
        this.odd = new String[columns];
        this.missing = new String[columns];
    }

    /** Begins a row. */
    public void addRow() {
        rows++;
    }

    /** How many rows there are. */
    public long rows() {
        return rows;
    }

    /** Looks at a cell. */
    public void add(int column, String cell, CellReader reader) {
        String text = cell.strip();
        if (text.isEmpty()) {
            return;
        }
        count(column, FILLED);
        if (reader.missing().inValues(text)) {
            count(column, MISSING);
            missing[column] = first(missing[column], text);
            return;
        }
        Numerals.Form form = Numerals.form(text, reader.decimalComma());
        if (form != Numerals.Form.NONE) {
            count(column, INTS + form.ordinal());
        } else if (CellReader.truth(text).isPresent()) {
            count(column, TRUTHS);
        } else if (!isDate(column, text)) {
            odd[column] = first(odd[column], text);
        }
    }

    private boolean isDate(int column, String text) {
        if (!DateForm.isLikely(text)) {
            return false;
        }
        boolean any = false;
        for (DateForm form : FORMS) {
            Optional<LocalDateTime> moment = form.parse(text);
            if (moment.isPresent()) {
                boolean day = moment.get().toLocalTime().equals(LocalTime.MIDNIGHT) && text.indexOf(':') < 0;
                count(column, (day ? DATES : TIMES) + form.ordinal());
                any = true;
            }
        }
        return any;
    }

    private static String first(String one, String other) {
        String cut = other.length() > LONGEST_EXAMPLE ? other.substring(0, LONGEST_EXAMPLE) : other;
        return one == null || cut.compareTo(one) < 0 ? cut : one;
    }

    private void count(int column, int counter) {
        counts[column * COUNTERS + counter]++;
    }

    private long counted(int column, int counter) {
        return counts[column * COUNTERS + counter];
    }

    /** Those of two parts of a table together. */
    public ColumnFacts plus(ColumnFacts other) {
        rows += other.rows;
        for (int i = 0; i < counts.length; i++) {
            counts[i] += other.counts[i];
        }
        for (int i = 0; i < odd.length; i++) {
            odd[i] = other.odd[i] == null ? odd[i] : first(odd[i], other.odd[i]);
            missing[i] = other.missing[i] == null ? missing[i] : first(missing[i], other.missing[i]);
        }
        return this;
    }

    /** What the cells of a column are: texts, unless all, or all but a few slips, are something else. */
    public CellType type(int column) {
        long values = counted(column, FILLED) - counted(column, MISSING);
        if (fits(values, counted(column, TRUTHS), 0)) {
            return CellType.of(values == 0 ? Kind.NUMBER : Kind.BOOLEAN);
        }
        long slips = Math.max(1, values / ODD_SHARE);
        long whole = counted(column, INTS) + counted(column, LONGS);
        if (fits(values, whole + counted(column, DECIMALS), slips)) {
            boolean decimals = counted(column, DECIMALS) > 0;
            return CellType.of(decimals ? Kind.NUMBER : counted(column, LONGS) > 0 ? Kind.LONG : Kind.INT);
        }
        for (DateForm form : FORMS) {
            long days = counted(column, DATES + form.ordinal());
            long times = counted(column, TIMES + form.ordinal());
            if (fits(values, days + times, slips)) {
                return new CellType(times > 0 ? Kind.TIMESTAMP : Kind.DATE, form);
            }
        }
        return CellType.of(Kind.TEXT);
    }

    private static boolean fits(long values, long fitting, long slips) {
        long odd = values - fitting;
        return odd == 0 || odd <= slips && fitting >= VALUES_PER_ODD * odd;
    }

    /** Whether every value of a column is a number, a slip apart from none. */
    public boolean areNumbers(int column) {
        long values = counted(column, FILLED) - counted(column, MISSING);
        return values > 0 && values == counted(column, INTS) + counted(column, LONGS) + counted(column, DECIMALS);
    }

    /** How many cells of a column are a text that stands for a missing one, if the column is read as this type. */
    public long missingTexts(int column, CellType type) {
        return type.kind() == Kind.TEXT ? 0 : counted(column, MISSING);
    }

    /** One of those texts. */
    public String missingExample(int column) {
        return missing[column];
    }

    /** How many other cells of a column are no value of this type, which makes them missing, too. */
    public long oddTexts(int column, CellType type) {
        long values = counted(column, FILLED) - counted(column, MISSING);
        return switch (type.kind()) {
            case INT, LONG, NUMBER ->
                values - counted(column, INTS) - counted(column, LONGS) - counted(column, DECIMALS);
            case BOOLEAN -> values - counted(column, TRUTHS);
            case DATE, TIMESTAMP ->
                values
                        - counted(column, DATES + type.form().ordinal())
                        - counted(column, TIMES + type.form().ordinal());
            default -> 0;
        };
    }

    /** One of those texts; empty where it was a value of another kind. */
    public Optional<String> oddExample(int column) {
        return Optional.ofNullable(odd[column]);
    }
}
