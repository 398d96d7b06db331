package io.kindling.spark.saved;

/** A class that a pipeline's metadata names; nothing may initialise it. */
public final class TrapA {

    static {
        Sprung.note("TrapA");
    }

    private TrapA() {}
}
