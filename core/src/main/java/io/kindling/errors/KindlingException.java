package io.kindling.errors;

/**
 * Something that its user can mend: a setting, a network, a table or a file that cannot be used as it is.
 *
 * <p>The message is a sentence for that person: what was wrong, what is needed, what was received, which setting to
 * change. Whoever shows it needs no stack trace. What is not the user's to mend is another exception.
 */
public class KindlingException extends IllegalArgumentException {
    private static final long serialVersionUID = 1;

    /** With what is to be said. */
    public KindlingException(String message) {
        super(message);
    }

    /** With what is to be said, and what it was noticed by. */
    public KindlingException(String message, Throwable cause) {
        super(message, cause);
    }
}
