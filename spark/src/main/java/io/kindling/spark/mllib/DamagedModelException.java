package io.kindling.spark.mllib;

import io.kindling.errors.KindlingException;
import io.kindling.text.Excerpt;

/** A model directory that cannot be read: which file, and why, in one sentence. */
public final class DamagedModelException extends KindlingException {
    private static final long serialVersionUID = 1;

    /** Enough to tell which one it is. */
    private static final int SHORTEST_DIRECTORY = 24;

    private final String reason;

    /** With a message that says all. */
    public DamagedModelException(String message, Throwable cause) {
        this(Excerpt.sentence(message), message, cause);
    }

    private DamagedModelException(String message, String reason, Throwable cause) {
        super(message, cause);
        this.reason = reason;
    }

    /**
     * With a message that names the directory.
     *
     * @param reason which file in it, and what is wrong
     */
    public static DamagedModelException of(String directory, String reason, Throwable cause) {
        String begin = "The model directory ";
        String end = " cannot be read: " + reason;
        // Whoever reads it knows the directory; the reason is what matters.
        int room = Excerpt.SENTENCE - begin.length() - end.length();
        String name = Excerpt.of(directory, Math.max(SHORTEST_DIRECTORY, Math.min(room, Excerpt.QUOTATION)));
        return new DamagedModelException(Excerpt.sentence(begin + name + end), reason, cause);
    }

    /** Which file, and what is wrong with it, without the directory's name. */
    public String reason() {
        return reason;
    }
}
