package io.kindling.errors;

import java.io.IOException;

/**
 * A file that does not hold what it should: which, and what is wrong with it, in a sentence or its end.
 *
 * <p>Other {@link IOException}s say that a file could not be read at all.
 */
public class DamagedFileException extends IOException {
    private static final long serialVersionUID = 1;

    /** With what is to be said. */
    public DamagedFileException(String message) {
        super(message);
    }

    /** With what is to be said, and what it was noticed by. */
    public DamagedFileException(String message, Throwable cause) {
        super(message, cause);
    }
}
