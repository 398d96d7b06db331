package io.kindling.math;

import java.util.function.Supplier;

/** Chooses the loops for a JVM that has the Vector API. */
public final class VectorLoopsSupplier implements Supplier<Loops> {
    @Override
    public Loops get() {
        return Lanes.ARE_WORTHWHILE ? new VectorLoops() : new PlainLoops();
    }
}
