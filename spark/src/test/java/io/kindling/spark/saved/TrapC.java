package io.kindling.spark.saved;

/** A class that MLlib's own loading initialises, to show that the traps work. */
public final class TrapC {

    static {
        Sprung.note("TrapC");
    }

    private TrapC() {}
}
