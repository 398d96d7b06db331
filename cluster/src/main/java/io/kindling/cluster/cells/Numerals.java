package io.kindling.cluster.cells;

/**
 * Numbers as people write them: digits with a sign, a decimal point and an exponent, and nothing else. Java's own parser would
 * also take {@code 1d}, {@code 0x1p3} and {@code NaN} for numbers.
 */
public final class Numerals {
    private static final int LONGEST_INT = 9;
    private static final int LONGEST_LONG = 18;

    private Numerals() {}

    /** How a text can be written as a number. */
    enum Form {
        /** Digits that fit into 32 bits. */
        INT,
        /** Digits that fit into 64 bits. */
        LONG,
        /** Any other number. */
        DECIMAL,
        /** Not at all. */
        NONE
    }

    /**
     * How a text is written.
     *
     * @param decimalComma whether a comma may stand for the decimal point
     */
    static Form form(String text, boolean decimalComma) {
        int length = text.length();
        int at = length > 0 && (text.charAt(0) == '-' || text.charAt(0) == '+') ? 1 : 0;
        int whole = digits(text, at);
        int end = at + whole;
        if (end == length) {
            return whole == 0 ? Form.NONE : ofDigits(whole);
        }
        int fraction = 0;
        char c = text.charAt(end);
        if (c == '.' || decimalComma && c == ',') {
            fraction = digits(text, end + 1);
            end += 1 + fraction;
        }
        if (whole + fraction == 0) {
            return Form.NONE;
        }
        return end == length || isExponent(text, end) ? Form.DECIMAL : Form.NONE;
    }

    private static Form ofDigits(int count) {
        return count <= LONGEST_INT ? Form.INT : count <= LONGEST_LONG ? Form.LONG : Form.DECIMAL;
    }

    private static boolean isExponent(String text, int start) {
        if (text.charAt(start) != 'e' && text.charAt(start) != 'E') {
            return false;
        }
        int at = start + 1;
        if (at < text.length() && (text.charAt(at) == '-' || text.charAt(at) == '+')) {
            at++;
        }
        int count = digits(text, at);
        return count > 0 && at + count == text.length();
    }

    private static int digits(String text, int start) {
        int at = start;
        while (at < text.length() && text.charAt(at) >= '0' && text.charAt(at) <= '9') {
            at++;
        }
        return at - start;
    }

    /** Whether a text is a number. */
    public static boolean isNumber(String text) {
        return form(text, false) != Form.NONE;
    }

    /**
     * The number a text stands for.
     *
     * @return NaN if it stands for none
     */
    public static double parse(String text, boolean decimalComma) {
        if (form(text, decimalComma) == Form.NONE) {
            return Double.NaN;
        }
        return Double.parseDouble(decimalComma ? text.replace(',', '.') : text);
    }
}
