package io.kindling.spark.data;

import io.kindling.errors.KindlingException;

/** Rows that cannot be used, said in one sentence that names the column and the value. */
public final class BadDataException extends KindlingException {
    private static final long serialVersionUID = 1;

    public BadDataException(String message) {
        super(message);
    }
}
