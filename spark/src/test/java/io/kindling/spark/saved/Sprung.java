package io.kindling.spark.saved;

import java.util.Set;
import java.util.concurrent.ConcurrentSkipListSet;

/** Which traps have been initialised. */
final class Sprung {
    private static final Set<String> TRAPS = new ConcurrentSkipListSet<>();

    private Sprung() {}

    static void note(String trap) {
        TRAPS.add(trap);
    }

    static Set<String> traps() {
        return Set.copyOf(TRAPS);
    }
}
