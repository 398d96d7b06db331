package io.kindling.text;

import java.util.Objects;

/**
 * Texts from outside, as a message may quote them: on one line, and never longer than a person reads.
 *
 * <p>Whatever a file, an option or another library says goes through here before it becomes part of a message.
 */
public final class Excerpt {
    /** The longest quotation, in characters. */
    public static final int QUOTATION = 80;

    /** The longest sentence, in characters. */
    public static final int SENTENCE = 299;

    private static final String OMISSION = "…";

    private Excerpt() {}

    /** A value as a quotation: at most {@link #QUOTATION} characters of it. */
    public static String of(Object value) {
        return of(value, QUOTATION);
    }

    /**
     * A value as a quotation in a sentence that has little room.
     *
     * @param longest how many characters of it; at least 1
     */
    public static String of(Object value, int longest) {
        return shortened(Objects.toString(value), longest);
    }

    /** A message that may hold quotations of its own: at most {@link #SENTENCE} characters of it. */
    public static String sentence(String message) {
        return shortened(message, SENTENCE);
    }

    /** The beginning and the end of a text, with an ellipsis for what is left out; control characters become spaces. */
    private static String shortened(String text, int longest) {
        if (text.length() <= longest) {
            return plain(text);
        }
        int end = (longest - OMISSION.length()) / 3;
        int start = longest - OMISSION.length() - end;
        return plain(text.substring(0, start) + OMISSION + text.substring(text.length() - end));
    }

    /** Without characters that a terminal would obey, and without halves of pairs. */
    private static String plain(String text) {
        StringBuilder plain = new StringBuilder(text.length());
        text.codePoints()
                .map(c -> Character.isISOControl(c) || isLineBreak(c) ? ' ' : isHalf(c) ? '\uFFFD' : c)
                .forEach(plain::appendCodePoint);
        return plain.toString();
    }

    private static boolean isLineBreak(int c) {
        int type = Character.getType(c);
        return type == Character.LINE_SEPARATOR || type == Character.PARAGRAPH_SEPARATOR;
    }

    private static boolean isHalf(int c) {
        return Character.getType(c) == Character.SURROGATE;
    }
}
