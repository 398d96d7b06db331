package io.kindling.cluster.model;

import java.util.Locale;

/** What is to be learned. */
public enum Task {
    /** Which class a row is of. */
    CLASSIFICATION,
    /** A number for each row. */
    REGRESSION,
    /** Whichever the labels look like. */
    AUTO;

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
