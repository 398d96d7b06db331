package io.kindling.initializers;

import io.kindling.errors.KindlingException;

/** The check of the fields that the normal initializers share. */
final class Spread {

    private Spread() {}

    static void require(String initializer, double mean, double stddev) {
        if (!Double.isFinite(mean)) {
            throw new KindlingException(initializer + " needs a finite mean. Received: " + mean + ".");
        }
        if (!(stddev >= 0 && Double.isFinite(stddev))) {
            throw new KindlingException(initializer + " needs a stddev of at least 0. Received: " + stddev + ".");
        }
    }
}
