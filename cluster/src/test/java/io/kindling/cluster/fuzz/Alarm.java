package io.kindling.cluster.fuzz;

import java.util.Set;
import java.util.concurrent.ConcurrentSkipListSet;

/** What a mutant must not bring about, noted where it happens. */
final class Alarm {
    private static final Set<String> RAISED = new ConcurrentSkipListSet<>();

    private Alarm() {}

    static void raise(String what) {
        RAISED.add(what);
    }

    /** What was noted since the last call. */
    static Set<String> taken() {
        Set<String> raised = Set.copyOf(RAISED);
        RAISED.clear();
        return raised;
    }
}
