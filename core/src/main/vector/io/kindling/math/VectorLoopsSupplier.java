package io.kindling.math;

import java.util.function.Supplier;

/** Chooses the loops for a JVM that has the Vector API: vectors of fewer than eight floats are no gain. */
final class VectorLoopsSupplier implements Supplier<Loops> {
    private static final int WORTHWHILE = 8;

    @Override
    public Loops get() {
        return Lanes.SPECIES.length() < WORTHWHILE ? new PlainLoops() : new VectorLoops();
    }
}
