package io.kindling.cluster.fuzz;

/** A class that no schema in a Parquet file may name. */
public final class TrapType {

    static {
        Alarm.raise("the class TrapType was initialised");
    }

    public TrapType() {
        Alarm.raise("a TrapType was made");
    }
}
