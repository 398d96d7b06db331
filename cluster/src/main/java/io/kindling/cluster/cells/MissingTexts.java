package io.kindling.cluster.cells;

import java.io.Serializable;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** The texts that stand for a missing cell; an empty cell always is one. */
public final class MissingTexts implements Serializable {
    private static final long serialVersionUID = 1;

    /** Where all else is numbers or dates; in a column of texts they are values like others. */
    private static final MissingTexts USUAL = new MissingTexts(
            Set.of("na", "n/a", "#n/a", "#na", "<na>", "nan", "null", "none", "nil", "missing", "?", "-", "--", "."),
            false);

    private static final int LONGEST_USUAL = 7;

    private final HashSet<String> texts;
    private final boolean given;

    private MissingTexts(Set<String> texts, boolean given) {
        this.texts = new HashSet<>(texts);
        this.given = given;
    }

    /** NA, null, ? and so on, in columns of numbers, dates and truth values only. */
    public static MissingTexts usual() {
        return USUAL;
    }

    /** Exactly these, in every column. */
    public static MissingTexts of(List<String> texts) {
        return new MissingTexts(new HashSet<>(texts), true);
    }

    /** Those that were given, in the order of the alphabet; none, if they are the usual ones. */
    public List<String> given() {
        return given ? texts.stream().sorted().toList() : List.of();
    }

    /** Whether a cell without blanks around it is missing in a column of texts. */
    boolean inTexts(String cell) {
        return cell.isEmpty() || given && texts.contains(cell);
    }

    /** Whether a text that is not empty stands for a missing cell where all else is numbers. */
    public boolean standsForMissing(String text) {
        return inValues(text);
    }

    /** Whether a cell without blanks around it is missing where all else is numbers, dates or truth values. */
    boolean inValues(String cell) {
        if (cell.isEmpty() || given) {
            return inTexts(cell);
        }
        return cell.length() <= LONGEST_USUAL && texts.contains(cell.toLowerCase(Locale.ROOT));
    }
}
