package io.kindling.cluster.cells;

import java.io.Serializable;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.apache.spark.unsafe.types.UTF8String;

/** Turns cells to what they stand for, as Spark keeps it in its own rows. */
public final class CellReader implements Serializable {
    private static final long serialVersionUID = 1;

    private static final long MICROS = TimeUnit.SECONDS.toMicros(1);
    private static final int NANOS_PER_MICRO = 1000;

    private final MissingTexts missing;
    private final boolean decimalComma;
    private final ZoneId zone;

    /**
     * For the cells of a file.
     *
     * @param decimalComma whether a comma may stand for the decimal point
     * @param zone that of the session, which gives timestamps back in it
     */
    public CellReader(MissingTexts missing, boolean decimalComma, ZoneId zone) {
        this.missing = missing;
        this.decimalComma = decimalComma;
        this.zone = zone;
    }

    /** Which texts are missing cells. */
    public MissingTexts missing() {
        return missing;
    }

    boolean decimalComma() {
        return decimalComma;
    }

    /**
     * The value of a cell.
     *
     * @return null, as in Spark's rows, if the cell is missing or no value of this type
     */
    public Object value(String cell, CellType type) {
        if (cell == null) {
            return null;
        }
        String text = cell.strip();
        if (type.kind() == Kind.TEXT) {
            return missing.inTexts(text) ? null : UTF8String.fromString(text);
        }
        // None of the texts that are missing by themselves is a number.
        if (!missing.given().isEmpty() && missing.inValues(text)) {
            return null;
        }
        return switch (type.kind()) {
            case INT -> Numerals.form(text, false) == Numerals.Form.INT ? (Object) Integer.parseInt(text) : null;
            case LONG -> whole(text);
            case NUMBER -> number(text);
            case BOOLEAN -> truth(text).orElse(null);
            case DATE ->
                type.form()
                        .parse(text)
                        .map(day -> (int) day.toLocalDate().toEpochDay())
                        .orElse(null);
            case TIMESTAMP -> type.form().parse(text).map(this::micros).orElse(null);
            default -> null;
        };
    }

    private static Object whole(String text) {
        Numerals.Form form = Numerals.form(text, false);
        return form == Numerals.Form.INT || form == Numerals.Form.LONG ? (Object) Long.parseLong(text) : null;
    }

    private Object number(String text) {
        double number = Numerals.parse(text, decimalComma);
        return Double.isFinite(number) ? (Object) number : null;
    }

    /** A truth value in any case. */
    static Optional<Boolean> truth(String text) {
        return switch (text.length()) {
            case 4 -> text.equalsIgnoreCase("true") ? Optional.of(true) : Optional.empty();
            case 5 -> text.equalsIgnoreCase("false") ? Optional.of(false) : Optional.empty();
            default -> Optional.empty();
        };
    }

    private long micros(LocalDateTime moment) {
        ZoneOffset offset = zone.getRules().getOffset(moment);
        return moment.toEpochSecond(offset) * MICROS + moment.getNano() / NANOS_PER_MICRO;
    }
}
