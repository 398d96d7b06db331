package io.kindling.spark.saved;

/** A class that the schema in a Parquet file names; nothing may initialise it. */
public final class TrapB {

    static {
        Sprung.note("TrapB");
    }

    private TrapB() {}
}
