package io.kindling.cluster.files;

import java.io.IOException;
import java.io.UncheckedIOException;

/** An output cannot be written, as the disk is full, say, or permission is missing. */
public final class OutputException extends UncheckedIOException {
    private static final long serialVersionUID = 1;

    OutputException(String message, IOException cause) {
        super(message, cause);
    }
}
