package io.kindling.spark.data;

/** Rows that cannot be used, said in one sentence that names the column and the value. */
public final class BadDataException extends IllegalArgumentException {
    private static final long serialVersionUID = 1;

    public BadDataException(String message) {
        super(message);
    }
}
