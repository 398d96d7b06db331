package io.kindling.spark.files;

import io.kindling.errors.KindlingException;

/** Another process, or another part of this one, writes where this one wanted to. */
public final class LeaseHeldException extends KindlingException {
    private static final long serialVersionUID = 1;

    private final boolean heldHere;

    LeaseHeldException(String message, boolean heldHere) {
        super(message);
        this.heldHere = heldHere;
    }

    /** Whether it is this very process that holds it. */
    public boolean isHeldHere() {
        return heldHere;
    }
}
