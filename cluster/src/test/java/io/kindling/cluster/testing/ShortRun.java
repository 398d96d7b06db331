package io.kindling.cluster.testing;

/** How JVMs that end soon are started. */
public final class ShortRun {
    /** They have no time for the best compiler. */
    public static final String QUICK_COMPILER = "-XX:TieredStopAtLevel=1";

    private ShortRun() {}
}
