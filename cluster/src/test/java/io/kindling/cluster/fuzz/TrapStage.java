package io.kindling.cluster.fuzz;

import org.apache.spark.ml.util.MLReader;

/** A class that no model may name: it notes that it was loaded. */
public final class TrapStage {

    static {
        Alarm.raise("the class TrapStage was initialised");
    }

    private TrapStage() {}

    public static MLReader<?> read() {
        Alarm.raise("TrapStage.read was called");
        throw new IllegalStateException("trap");
    }
}
